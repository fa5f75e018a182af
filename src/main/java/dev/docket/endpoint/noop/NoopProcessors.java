package dev.docket.endpoint.noop;

import dev.docket.endpoint.Processor;
import dev.docket.endpoint.ProcessorFamily;
import dev.docket.endpoint.ProcessorMisconfigured;
import io.quarkus.arc.lookup.LookupIfProperty;
import jakarta.inject.Singleton;
import java.util.Set;

/** A family of one, so that it is never chosen unless named; and without its switch there is no such name either. */
@Singleton
@LookupIfProperty(name = "docket.bench.noop.enabled", stringValue = "true")
public class NoopProcessors implements ProcessorFamily {
    static final String NAME = "noop";

    private final Processor only;

    public NoopProcessors(NoopConfig config) {
        this.only = new NoopProcessor(config.concurrency());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> members() {
        return Set.of();
    }

    @Override
    public Processor member(String name) {
        if (!name.isEmpty()) {
            throw new ProcessorMisconfigured("There is one processor " + NAME + ", and none " + NAME + ":" + name);
        }
        return only;
    }
}
