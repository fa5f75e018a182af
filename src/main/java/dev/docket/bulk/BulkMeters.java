package dev.docket.bulk;

import dev.docket.job.BulkOutcome;
import dev.docket.store.BatchDone;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What bulk cancels count and time. */
@Singleton
public class BulkMeters {
    private final MeterRegistry registry;

    BulkMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** One was accepted. */
    public void accepted(boolean byFilter) {
        registry.counter("docket.bulk.cancels", "by", byFilter ? "filter" : "ids")
                .increment();
    }

    /** A batch was written. */
    void written(BatchDone.Written batch, Duration elapsed) {
        Timer.builder("docket.bulk.cancel.batch")
                .description("One batch of a bulk cancel, with its commit")
                .publishPercentileHistogram()
                .register(registry)
                .record(elapsed);
        batch.outcomes().forEach(this::jobs);
    }

    /** A batch failed, for whatever reason. */
    void failed() {
        registry.counter("docket.bulk.cancel.failures").increment();
    }

    private void jobs(BulkOutcome outcome, int count) {
        registry.counter("docket.bulk.cancel.jobs", "outcome", outcome.wire()).increment(count);
    }
}
