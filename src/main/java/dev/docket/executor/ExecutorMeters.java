package dev.docket.executor;

import dev.docket.endpoint.Processor;
import dev.docket.endpoint.Processors;
import dev.docket.job.JobStatus;
import dev.docket.store.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the executor counts and times. */
@Startup
@Singleton
class ExecutorMeters {
    private final MeterRegistry registry;
    private final OrganizationTag organizations = new OrganizationTag();

    // What is counted for each job: to look one up in the registry costs more than to count.
    private final Map<String, Timer> waits = new ConcurrentHashMap<>();
    private final Map<Ended, Timer> runs = new ConcurrentHashMap<>();
    private final Map<String, Counter> runsOfOrganizations = new ConcurrentHashMap<>();

    private record Ended(String endpoint, JobStatus status) {}

    ExecutorMeters(MeterRegistry registry, Runs runs, Processors processors, Circuits circuits, Roles roles) {
        this.registry = registry;
        if (roles.executes()) {
            Gauge.builder("docket.executor.runs", runs, Runs::count)
                    .description("Runs that this process has in hand")
                    .register(registry);
            Gauge.builder("docket.executor.places", runs, Runs::places)
                    .description("Runs that this process can really work on at once")
                    .register(registry);
            processors.inUse().forEach(processor -> watch(processor, circuits));
        }
        // The first of a kind is only seen as an increase by those who have seen that there was none.
        for (RunEnd reason : RunEnd.values()) {
            stopped(reason).increment(0);
        }
        registry.counter("docket.result.late").increment(0);
        registry.counter("docket.heartbeat.unanswered").increment(0);
    }

    private void watch(Processor processor, Circuits circuits) {
        Gauge.builder("docket.executor.away", () -> circuits.isAway(processor) ? 1 : 0)
                .description("1 while the processor's service takes no work, so that one run at a time tries it")
                .tag("processor", processor.name())
                .register(registry);
    }

    /** A claim brought so many jobs. */
    void claimed(int jobs, Duration elapsed) {
        time("docket.claim", "One claim, from its sending to its answer", elapsed);
        DistributionSummary.builder("docket.claim.jobs")
                .description("Jobs that one claim brought")
                .register(registry)
                .record(jobs);
    }

    /** A run began after its job had waited for so long since its creation. */
    void started(String endpoint, double waitedSeconds) {
        waits.computeIfAbsent(endpoint, this::waits).record(seconds(waitedSeconds));
    }

    private Timer waits(String endpoint) {
        return Timer.builder("docket.job.wait")
                .description("From creation to the start of an attempt")
                .tag("endpoint", endpoint)
                .publishPercentileHistogram()
                .register(registry);
    }

    /** A run's end was written and left its job in this state; {@code queued} is one that is to be tried again. */
    void ended(Run run, JobStatus status, Verdict verdict) {
        runs.computeIfAbsent(new Ended(run.job().endpoint(), status), this::runs)
                .record(seconds(run.seconds()));
        runsOfOrganizations
                .computeIfAbsent(organizations.of(run.ref().organization()), this::runsOf)
                .increment();
        if (verdict.failure() != null) {
            registry.counter(
                            "docket.run.failures",
                            "endpoint",
                            run.job().endpoint(),
                            "code",
                            verdict.failure(),
                            "then",
                            status.wire())
                    .increment();
        }
    }

    private Timer runs(Ended ended) {
        return Timer.builder("docket.run")
                .description("From the claim of a run to its written end")
                .tag("endpoint", ended.endpoint())
                .tag("status", ended.status().wire())
                .publishPercentileHistogram()
                .register(registry);
    }

    private Counter runsOf(String organization) {
        return registry.counter("docket.organization.runs", "organization", organization);
    }

    /** A run worked for longer than it may. */
    void timedOut(Run run) {
        registry.counter("docket.run.timeouts", "endpoint", run.job().endpoint())
                .increment();
    }

    /** A run was stopped without an outcome of its own. */
    void countStop(RunEnd reason) {
        stopped(reason).increment();
    }

    /** The work of a cancelled run has stopped so long after the cancel. */
    void cancelToStop(Duration elapsed) {
        time("docket.cancel.stop", "From the commit of a cancel to the moment its work had stopped", elapsed);
    }

    /** A batch of ends was written. */
    void settled(int runs, Duration elapsed) {
        time("docket.settle", "One batch of ends, from its sending to its answer", elapsed);
        DistributionSummary.builder("docket.settle.runs")
                .description("Runs whose ends were written in one batch")
                .publishPercentileHistogram()
                .minimumExpectedValue(1.0)
                .maximumExpectedValue(256.0)
                .register(registry)
                .record(runs);
    }

    /** A heartbeat was answered. */
    void beatAnswered(Duration elapsed) {
        time("docket.heartbeat", "One heartbeat, from its sending to its answer", elapsed);
    }

    /** A result came after its job had another outcome. */
    void lateResult() {
        registry.counter("docket.result.late").increment();
    }

    void beatUnanswered() {
        registry.counter("docket.heartbeat.unanswered").increment();
    }

    private Counter stopped(RunEnd reason) {
        return registry.counter("docket.run.stopped", "reason", reason.name().toLowerCase(Locale.ROOT));
    }

    private void time(String name, String description, Duration elapsed) {
        Timer.builder(name)
                .description(description)
                .publishPercentileHistogram()
                .register(registry)
                .record(elapsed);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos((long) (Math.max(0, seconds) * 1e9));
    }
}
