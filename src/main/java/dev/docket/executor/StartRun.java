package dev.docket.executor;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.Assignment;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Processor;
import dev.docket.endpoint.Processors;
import dev.docket.endpoint.Work;
import dev.docket.job.ErrorCode;
import dev.docket.job.JobError;
import dev.docket.job.JobStatus;
import dev.docket.job.Payload;
import dev.docket.store.ClaimedJob;
import dev.docket.store.StoreAnswer;
import dev.docket.store.Verdict;
import dev.docket.trace.Trace;
import dev.docket.trace.Traces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Takes a claimed job to its work: reads its request, hands it to its processor, and the answer to the settling. */
@Singleton
class StartRun {
    private static final Logger LOG = Logger.getLogger(StartRun.class);

    private final ExecutorLoop loop;
    private final LoadRequests loadRequests;
    private final StoreAnswer storeAnswer;
    private final Processors processors;
    private final ValidateRequest validateRequest;
    private final LimitRun limitRun;
    private final EndRun endRun;
    private final EarlySignals earlySignals;
    private final JudgeAnswer judgeAnswer;
    private final Circuits circuits;
    private final ExecutorMeters meters;
    private final Traces traces;

    StartRun(
            ExecutorLoop loop,
            LoadRequests loadRequests,
            StoreAnswer storeAnswer,
            Processors processors,
            ValidateRequest validateRequest,
            LimitRun limitRun,
            EndRun endRun,
            EarlySignals earlySignals,
            JudgeAnswer judgeAnswer,
            Circuits circuits,
            ExecutorMeters meters,
            Traces traces) {
        this.loop = loop;
        this.loadRequests = loadRequests;
        this.storeAnswer = storeAnswer;
        this.processors = processors;
        this.validateRequest = validateRequest;
        this.limitRun = limitRun;
        this.endRun = endRun;
        this.earlySignals = earlySignals;
        this.judgeAnswer = judgeAnswer;
        this.circuits = circuits;
        this.meters = meters;
        this.traces = traces;
    }

    void start(Run run) {
        ClaimedJob job = run.job();
        run.isTracedAs(trace(job));
        run.trace().within(() -> meters.started(job.endpoint(), job.waitedSeconds()));
        if (earlySignals.cancelled(run.ref())) {
            endRun.stop(run, RunEnd.CANCELLED);
            return;
        }
        Optional<Endpoint> endpoint = Endpoint.ofPath(job.endpoint());
        if (job.status() == JobStatus.VALIDATING && endpoint.isPresent()) {
            begin(run, () -> validateRequest.start(job, endpoint.get()));
            return;
        }
        Optional<Processor> processor = endpoint.flatMap(processors::of);
        if (processor.isPresent()) {
            load(run, request -> processor.get().start(assignment(run, endpoint.get(), request)));
        } else {
            run.answer();
            endRun.settle(run, new Verdict.Fail(notConfigured(job)));
        }
    }

    private void load(Run run, Function<Payload, Work> beginning) {
        run.loadsBy(loadRequests
                .load(run)
                .subscribe()
                .with(request -> begin(run, () -> beginning.apply(request)), failure -> unreadable(run, failure)));
    }

    private void begin(Run run, Supplier<Work> beginning) {
        if (run.stopped() != null) {
            return;
        }
        Work work;
        try {
            work = beginning.get();
        } catch (Throwable broke) {
            // Nothing may leave here: nobody would end the run, and its lease would be renewed for ever.
            broken(run, broke);
            return;
        }
        run.worksBy(work);
        work.whenAsked(() -> loop.execute(() -> circuits.asked(run)));
        limitRun.begin(run);
        work.answer().emitOn(loop).subscribe().with(answer -> answered(run, answer), failure -> broken(run, failure));
        work.stopped().emitOn(loop).subscribe().with(nothing -> endRun.workStopped(run), failure -> {
            run.log(() -> LOG.errorf(
                    failure,
                    "The processor of %s did not say when it stopped",
                    run.ref().job()));
            endRun.workStopped(run);
        });
    }

    private void answered(Run run, Answer answer) {
        circuits.answered(run, answer);
        if (run.answer()) {
            endRun.settle(run, judgeAnswer.of(run.job(), answer));
        }
    }

    /** A processor that breaks its promise never to fail must not leave the job without an end. */
    private void broken(Run run, Throwable failure) {
        run.log(() ->
                LOG.errorf(failure, "The processor of %s broke off", run.ref().job()));
        answered(run, new Answer.Failed(new JobError(ErrorCode.PROCESSOR_FAILED, "The processor broke off.")));
    }

    /** The database is away or the body is gone: the run is given up, and its lease brings it back. */
    private void unreadable(Run run, Throwable failure) {
        run.log(() ->
                LOG.warnf("The request of %s could not be read: %s", run.ref().job(), failure.toString()));
        if (run.answer()) {
            JobError error = new JobError(ErrorCode.PROCESSOR_FAILED, "The request could not be read from the store.");
            endRun.settle(run, new Verdict.Again(error, Backoff.after(run.job().attempt(), Duration.ZERO)));
        }
    }

    private Assignment assignment(Run run, Endpoint endpoint, Payload request) {
        ClaimedJob job = run.job();
        return new Assignment(
                job.run().organization(),
                job.run().job(),
                endpoint,
                job.generation(),
                job.attempt(),
                request,
                new RunAnswer(storeAnswer.of(job.run())),
                run.trace());
    }

    private Trace trace(ClaimedJob job) {
        return job.traceparent() == null
                ? Trace.NONE
                : traces.run("run " + job.endpoint(), job.traceparent())
                        .with("docket.job_id", job.run().job().value())
                        .with("docket.organization_id", job.run().organization())
                        .with("docket.endpoint", job.endpoint())
                        .with("docket.attempt", job.attempt())
                        .with("docket.waited_ms", (long) (1000 * job.waitedSeconds()));
    }

    private static JobError notConfigured(ClaimedJob job) {
        return new JobError(
                ErrorCode.PROCESSOR_NOT_CONFIGURED,
                "No processor is configured for " + job.endpoint() + ". Ask the operator of this service to set one.");
    }
}
