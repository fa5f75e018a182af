package dev.docket.endpoint;

import dev.docket.job.TimeLimits;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The time limits that hold for a job: what it asked for beside what is configured for its endpoint. */
@Singleton
public class EndpointLimits {
    private static final String EXECUTION = "docket.jobs.execution-timeout";
    private static final String QUEUE = "docket.jobs.queue-timeout";

    private final Duration execution;
    private final Duration queue;
    private final Map<Endpoint, Duration> executions;
    private final Map<Endpoint, Duration> queues;

    EndpointLimits(TimeLimitsConfig config) {
        execution = atLeastZero(EXECUTION, config.executionTimeout());
        queue = atLeastZero(QUEUE, config.queueTimeout());
        executions = EndpointPaths.read(EXECUTION + "s", config.executionTimeouts());
        queues = EndpointPaths.read(QUEUE + "s", config.queueTimeouts());
        executions.values().forEach(limit -> atLeastZero(EXECUTION + "s", limit));
        queues.values().forEach(limit -> atLeastZero(QUEUE + "s", limit));
    }

    /** Made at the start of the process, so that a configuration that cannot be followed stops it. */
    void start(@Observes StartupEvent event) {}

    /** How long one run of the job may work: the shorter of what it asked for and what is configured. */
    public Optional<Duration> execution(Endpoint endpoint, TimeLimits own) {
        Optional<Duration> configured = limit(executions.getOrDefault(endpoint, execution));
        Optional<Duration> asked = Optional.ofNullable(own.executionSeconds()).map(EndpointLimits::duration);
        return asked.isEmpty() || configured.isPresent() && configured.get().compareTo(asked.get()) < 0
                ? configured
                : asked;
    }

    /** How long the job may wait for its first start: what it asked for, else what is configured. */
    public Optional<Duration> queue(Endpoint endpoint, TimeLimits own) {
        return Optional.ofNullable(own.queueSeconds())
                .map(EndpointLimits::duration)
                .or(() -> limit(queues.getOrDefault(endpoint, queue)));
    }

    /** What {@link #queue} says of jobs that did not ask, by the paths of the endpoints that have a limit. */
    public Map<String, Duration> queueByPath() {
        Map<String, Duration> limits = new LinkedHashMap<>();
        for (Endpoint endpoint : Endpoint.values()) {
            queue(endpoint, TimeLimits.NONE).ifPresent(limit -> limits.put(endpoint.path(), limit));
        }
        return limits;
    }

    /** Rounded up, so that the shortest limit is still one. */
    private static Duration duration(double seconds) {
        return Duration.ofMillis((long) Math.ceil(seconds * 1000));
    }

    private static Optional<Duration> limit(Duration configured) {
        return configured.isZero() ? Optional.empty() : Optional.of(configured);
    }

    private static Duration atLeastZero(String key, Duration limit) {
        if (limit.isNegative()) {
            throw new ProcessorMisconfigured(key + " is " + limit + ", and a limit cannot be below zero");
        }
        return limit;
    }
}
