package dev.docket.executor;

import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.EndpointLimits;
import dev.docket.job.ErrorCode;
import dev.docket.job.JobError;
import dev.docket.store.Verdict;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/**
 * Bounds the time that a run may work, by this process' own monotonic clock and whatever its processor does about time
 * itself. Past it the job has failed for good; the work is stopped, and keeps its place until it has. Each run has the
 * whole time: what an executor that died had used of it died with it. Lives on the executor's loop.
 */
@Singleton
class LimitRun {
    private final ExecutorLoop loop;
    private final EndpointLimits limits;
    private final EndRun endRun;
    private final ExecutorMeters meters;

    LimitRun(ExecutorLoop loop, EndpointLimits limits, EndRun endRun, ExecutorMeters meters) {
        this.loop = loop;
        this.limits = limits;
        this.endRun = endRun;
        this.meters = meters;
    }

    /** To be called when the work begins. */
    void begin(Run run) {
        Endpoint.ofPath(run.job().endpoint())
                .flatMap(endpoint -> limits.execution(endpoint, run.job().limits()))
                .ifPresent(limit -> run.isLimitedBy(loop.timer(limit, () -> overrun(run, limit))));
    }

    private void overrun(Run run, Duration limit) {
        if (run.timeOut()) {
            meters.timedOut(run);
            endRun.settle(run, new Verdict.Fail(error(limit.toMillis() / 1000.0)));
        }
    }

    private static JobError error(double seconds) {
        return new JobError(
                ErrorCode.EXECUTION_TIMEOUT,
                "The work was stopped because it took longer than the job may.",
                Map.of("limit_seconds", seconds));
    }
}
