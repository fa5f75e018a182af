package dev.docket.endpoint.upstream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What is counted and timed of the exchanges with other services, by the name of the service. */
final class UpstreamMeters {
    private final MeterRegistry registry;
    private final Map<String, AtomicInteger> inFlight = new ConcurrentHashMap<>();

    UpstreamMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** An exchange that has begun, and what became of it. */
    interface Timing {
        /** It ended so: {@code completed}, {@code aborted} or the code of its failure. */
        void ended(String outcome);

        /** Nothing is left of it. */
        void gone();

        /** The service was told that the job is cancelled, or could not be told. */
        void cancelCalled(boolean accepted);
    }

    Timing begin(String service) {
        Timer.Sample sample = Timer.start(registry);
        AtomicInteger running = inFlight.computeIfAbsent(service, this::gauge);
        running.incrementAndGet();
        return new Timing() {
            @Override
            public void ended(String outcome) {
                sample.stop(Timer.builder("docket.upstream")
                        .description("From the beginning of an exchange with another service to its end")
                        .tag("service", service)
                        .tag("outcome", outcome)
                        .publishPercentileHistogram()
                        .register(registry));
            }

            @Override
            public void gone() {
                running.decrementAndGet();
            }

            @Override
            public void cancelCalled(boolean accepted) {
                registry.counter(
                                "docket.upstream.cancel.calls",
                                "service",
                                service,
                                "outcome",
                                accepted ? "accepted" : "failed")
                        .increment();
            }
        };
    }

    private AtomicInteger gauge(String service) {
        return registry.gauge("docket.upstream.in.flight", Tags.of("service", service), new AtomicInteger());
    }
}
