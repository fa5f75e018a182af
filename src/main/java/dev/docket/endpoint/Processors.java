package dev.docket.endpoint;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The processor of each endpoint, as configured. */
@ApplicationScoped
public class Processors {
    private static final String NONE = "none";

    private final Map<Endpoint, Processor> byEndpoint = new EnumMap<>(Endpoint.class);

    Processors(@Any Instance<Processor> known, ProcessorsConfig config) {
        List<Processor> processors = known.stream().toList();
        Map<Endpoint, String> named = EndpointPaths.read("docket.processors", config.processors());
        for (Endpoint endpoint : Endpoint.values()) {
            choose(endpoint, named.get(endpoint), processors)
                    .ifPresent(processor -> byEndpoint.put(endpoint, processor));
        }
    }

    /** Made at the start of the process, so that a configuration that cannot be followed stops it. */
    void start(@Observes StartupEvent event) {}

    /** The processor of an endpoint; empty when none is configured. */
    public Optional<Processor> of(Endpoint endpoint) {
        return Optional.ofNullable(byEndpoint.get(endpoint));
    }

    /** Every processor that serves at least one endpoint. */
    public Collection<Processor> inUse() {
        return new LinkedHashSet<>(byEndpoint.values());
    }

    private static Optional<Processor> choose(Endpoint endpoint, String name, List<Processor> processors) {
        if (name == null) {
            return processors.stream()
                    .filter(processor -> processor.serves(endpoint))
                    .findFirst();
        }
        if (name.equals(NONE)) {
            return Optional.empty();
        }
        return Optional.of(processors.stream()
                .filter(processor -> processor.name().equals(name))
                .filter(processor -> processor.serves(endpoint))
                .findFirst()
                .orElseThrow(() -> new ProcessorMisconfigured("docket.processors.\"" + endpoint.path() + "\" is \""
                        + name + "\", but the processors that can serve it are " + candidates(endpoint, processors))));
    }

    private static TreeSet<String> candidates(Endpoint endpoint, List<Processor> processors) {
        TreeSet<String> names = new TreeSet<>(List.of(NONE));
        processors.stream().filter(processor -> processor.serves(endpoint)).forEach(p -> names.add(p.name()));
        return names;
    }
}
