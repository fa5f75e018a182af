package dev.docket.endpoint.upstream;

import dev.docket.endpoint.Processor;
import dev.docket.endpoint.ProcessorFamily;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** One processor for each service that is named, so that each has its own connections and its own concurrency. */
@Singleton
public class UpstreamProcessors implements ProcessorFamily {
    static final String NAME = "upstream";

    private final UpstreamConfig config;
    private final Vertx vertx;
    private final UpstreamMeters meters;
    private final Map<String, UpstreamProcessor> members = new ConcurrentHashMap<>();

    public UpstreamProcessors(UpstreamConfig config, Vertx vertx, MeterRegistry registry) {
        this.config = config;
        this.vertx = vertx;
        this.meters = new UpstreamMeters(registry);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> members() {
        Set<String> members = new TreeSet<>(config.services().keySet());
        members.add(CheckService.RETAB);
        return members;
    }

    @Override
    public Processor member(String name) {
        return members.computeIfAbsent(name, this::make);
    }

    @PreDestroy
    public void close() {
        members.values().forEach(UpstreamProcessor::close);
    }

    private UpstreamProcessor make(String name) {
        ServiceConfig settings = name.isEmpty() ? config : config.services().get(name);
        Service service = CheckService.of(name, settings);
        return new UpstreamProcessor(service, new UpstreamClient(vertx, service), meters);
    }
}
