package dev.docket.api;

import dev.docket.endpoint.Endpoint;
import dev.docket.job.Job;
import dev.docket.job.Payload;
import dev.docket.store.CreateJob;
import dev.docket.store.Created;
import dev.docket.store.Lane;
import dev.docket.store.NewJob;
import dev.docket.store.Signals;
import dev.docket.tenant.QueuedQuota;
import dev.docket.tenant.QuotaExceededException;
import dev.docket.trace.Trace;
import dev.docket.trace.Traces;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Makes a job out of the body of a create call: checked, admitted, stored, and then made known. */
@Singleton
class AcceptJob {
    private final BodyWork bodyWork;
    private final CheckCreate checkCreate;
    private final QueuedQuota quota;
    private final CreateJob createJob;
    private final Signals signals;
    private final NamedProject namedProject;
    private final NamedTemplate namedTemplate;
    private final Traces traces;

    AcceptJob(
            BodyWork bodyWork,
            CheckCreate checkCreate,
            QueuedQuota quota,
            CreateJob createJob,
            Signals signals,
            NamedProject namedProject,
            NamedTemplate namedTemplate,
            Traces traces) {
        this.bodyWork = bodyWork;
        this.checkCreate = checkCreate;
        this.quota = quota;
        this.createJob = createJob;
        this.signals = signals;
        this.namedProject = namedProject;
        this.namedTemplate = namedTemplate;
        this.traces = traces;
    }

    /** Makes a job out of the request of an endpoint's own call. */
    Uni<Job> acceptDirect(
            String organization, Endpoint endpoint, String idempotencyKey, Payload request, Duration lifetime) {
        Optional<IdempotencyText> key = IdempotencyText.read(idempotencyKey);
        return bodyWork.run(request, whole -> checkCreate.ofRequest(organization, endpoint, whole, key, lifetime))
                .chain(this::store)
                .map(Answered::job);
    }

    /** Makes a job out of the body of a create call. */
    Uni<Answered> accept(String organization, String idempotencyKey, Payload body) {
        Optional<IdempotencyText> key = IdempotencyText.read(idempotencyKey);
        return bodyWork.run(body, whole -> checkCreate.ofBody(organization, whole, key))
                .chain(this::store);
    }

    /** Stores a checked job, if it is admitted, and makes it known. */
    Uni<Answered> store(NewJob job) {
        return admit(job)
                .onItemOrFailure()
                .transformToUni((admitted, refusal) -> refusal == null ? put(job) : refused(job, refusal));
    }

    /** Whether there is a place for the job, and what its request names. Calls of one context come one by one. */
    Uni<Void> admit(NewJob job) {
        return namedProject
                .check(job)
                .chain(() -> namedTemplate.check(job))
                .chain(() -> quota.admit(job.organization(), 1));
    }

    /** Stores an admitted job and makes it known. */
    Uni<Answered> put(NewJob job) {
        NewJob traced = traces.areOn() ? job.createdBy(Trace.current().parent()) : job;
        return createJob.create(traced).map(created -> accepted(job, created));
    }

    /** A repeated call is no further job: a full queue, or a project or template that has gone, must not keep its answer from it. */
    Uni<Answered> refused(NewJob job, Throwable refusal) {
        if (job.key() == null || !isRefusal(refusal)) {
            return Uni.createFrom().failure(refusal);
        }
        return createJob
                .earlierCall(job)
                .chain(found -> found.map(earlier -> Uni.createFrom().item(accepted(job, earlier)))
                        .orElseGet(() -> Uni.createFrom().failure(refusal)));
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof QuotaExceededException || failure instanceof ProblemException;
    }

    private Answered accepted(NewJob job, Created created) {
        boolean held = created instanceof Created.Stored && job.request().length() <= BodyReader.SMALL;
        return new Answered(announced(created), held ? job.request() : null);
    }

    private Job announced(Created created) {
        if (created instanceof Created.KeyUsedOtherwise otherwise) {
            throw new ProblemException(new Problem(
                    409,
                    "idempotency_key_reused",
                    "This Idempotency-Key was already used with another body; use a new key for a new job.",
                    Map.of("job_id", otherwise.job().value()),
                    null));
        }
        if (created instanceof Created.Repeated repeated) {
            return repeated.job();
        }
        Job job = ((Created.Stored) created).job();
        signals.ready(new Lane(job.organization(), job.endpoint()));
        return job;
    }
}
