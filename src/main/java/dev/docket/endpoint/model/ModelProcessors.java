package dev.docket.endpoint.model;

import dev.docket.endpoint.Processor;
import dev.docket.endpoint.ProcessorFamily;
import dev.docket.endpoint.ProcessorMisconfigured;
import dev.docket.endpoint.document.DocumentLimits;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Set;

/** The processor that asks a model. A family of one, because that is what is never chosen unless it is named. */
@Singleton
public class ModelProcessors implements ProcessorFamily {
    static final String NAME = "model";

    private final ModelConfig config;
    private final DocumentLimits limits;
    private final Vertx vertx;
    private final MeterRegistry registry;
    private ModelProcessor processor;

    public ModelProcessors(ModelConfig config, DocumentLimits limits, Vertx vertx, MeterRegistry registry) {
        this.config = config;
        this.limits = limits;
        this.vertx = vertx;
        this.registry = registry;
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
    public synchronized Processor member(String name) {
        if (!name.isEmpty()) {
            throw new ProcessorMisconfigured("docket.processors names model:" + name + ", but there is only model");
        }
        if (processor == null) {
            processor = new ModelProcessor(ModelService.of(config), limits, vertx, registry);
        }
        return processor;
    }

    @PreDestroy
    public synchronized void close() {
        if (processor != null) {
            processor.close();
        }
    }
}
