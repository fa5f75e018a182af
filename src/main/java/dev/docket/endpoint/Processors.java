package dev.docket.endpoint;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The processor of each endpoint, as configured. */
@Singleton
public class Processors {
    private static final String NONE = "none";

    private final Map<Endpoint, Processor> byEndpoint = new EnumMap<>(Endpoint.class);
    private final List<Processor> processors;
    private final List<ProcessorFamily> families;
    private final Projects projects;

    @Inject
    Processors(
            @Any Instance<Processor> processors,
            @Any Instance<ProcessorFamily> families,
            Projects projects,
            ProcessorsConfig config) {
        this(processors.stream().toList(), families.stream().toList(), projects, config);
    }

    /** The choice among the processors and families given. */
    public Processors(
            List<Processor> processors, List<ProcessorFamily> families, Projects projects, ProcessorsConfig config) {
        this.processors = processors;
        this.families = families;
        this.projects = projects;
        Map<Endpoint, String> named = EndpointPaths.read("docket.processors", config.processors());
        for (Endpoint endpoint : Endpoint.values()) {
            choose(endpoint, named.get(endpoint)).ifPresent(processor -> byEndpoint.put(endpoint, processor));
        }
    }

    /** Made at the start of the process, so that a configuration that cannot be followed stops it. */
    void start(@Observes StartupEvent event) {}

    /** The processor of an endpoint; empty when none is configured. */
    public Optional<Processor> of(Endpoint endpoint) {
        return Optional.ofNullable(byEndpoint.get(endpoint));
    }

    /** Every processor that runs of at least one endpoint take a place of. */
    public Collection<Processor> inUse() {
        Collection<Processor> places = new LinkedHashSet<>();
        byEndpoint.values().forEach(processor -> places.add(processor.place()));
        return places;
    }

    /** Whether requests of the endpoint name a project that is kept here, and not by another service. */
    public boolean needProject(Endpoint endpoint) {
        return byEndpoint.get(endpoint) instanceof ExtractInProject;
    }

    /** Whether templates that requests of the endpoint name are kept here, and not by another service. */
    public boolean readTemplates(Endpoint endpoint) {
        return of(endpoint).filter(Processor::readsTemplates).isPresent();
    }

    private Optional<Processor> choose(Endpoint endpoint, String name) {
        if (name == null) {
            return processors.stream()
                    .filter(processor -> processor.serves(endpoint))
                    .findFirst()
                    .or(() -> of(Endpoint.DOCUMENTS_EXTRACT).flatMap(extraction -> fit(extraction, endpoint)));
        }
        if (name.equals(NONE)) {
            return Optional.empty();
        }
        return Optional.of(single(name)
                .or(() -> member(name))
                .flatMap(processor -> fit(processor, endpoint))
                .orElseThrow(() -> new ProcessorMisconfigured("docket.processors.\"" + endpoint.path() + "\" is \""
                        + name + "\", but the processors that can serve it are " + candidates(endpoint))));
    }

    /** Whoever extracts from documents can do so in a project, once that was looked up here. */
    private Optional<Processor> fit(Processor processor, Endpoint endpoint) {
        if (processor.serves(endpoint)) {
            return Optional.of(processor);
        }
        return endpoint == Endpoint.PROJECTS_EXTRACT && processor.serves(Endpoint.DOCUMENTS_EXTRACT)
                ? Optional.of(new ExtractInProject(projects, processor))
                : Optional.empty();
    }

    private Optional<Processor> single(String name) {
        return processors.stream()
                .filter(processor -> processor.name().equals(name))
                .findFirst();
    }

    private Optional<Processor> member(String name) {
        int colon = name.indexOf(':');
        String family = colon < 0 ? name : name.substring(0, colon);
        return families.stream()
                .filter(known -> known.name().equals(family))
                .findFirst()
                .map(known -> known.member(colon < 0 ? "" : name.substring(colon + 1)));
    }

    private TreeSet<String> candidates(Endpoint endpoint) {
        TreeSet<String> names = new TreeSet<>(List.of(NONE));
        processors.stream()
                .filter(processor -> fit(processor, endpoint).isPresent())
                .forEach(processor -> names.add(processor.name()));
        for (ProcessorFamily family : families) {
            names.add(family.name());
            family.members().forEach(member -> names.add(family.name() + ":" + member));
        }
        return names;
    }
}
