package dev.docket.api;

import dev.docket.endpoint.CheckedRequest;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.EndpointLimits;
import dev.docket.endpoint.Fault;
import dev.docket.endpoint.RequestCheck;
import dev.docket.endpoint.RequestFacts;
import dev.docket.job.Job;
import dev.docket.job.JobId;
import dev.docket.job.Payload;
import dev.docket.job.TimeLimits;
import dev.docket.store.CreateJob;
import dev.docket.store.Created;
import dev.docket.store.IdempotencyKey;
import dev.docket.store.JobsConfig;
import dev.docket.store.Lane;
import dev.docket.store.NewJob;
import dev.docket.store.Signals;
import dev.docket.tenant.QueuedQuota;
import dev.docket.tenant.QuotaExceededException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a job out of the body of a create call: understood, checked, admitted, stored, and then made known. */
@ApplicationScoped
class AcceptJob {
    private final BodyWork bodyWork;
    private final RequestCheck requestCheck;
    private final QueuedQuota quota;
    private final CreateJob createJob;
    private final Signals signals;
    private final JobsConfig config;
    private final EndpointLimits limits;
    private final NamedProject namedProject;
    private final NamedTemplate namedTemplate;

    AcceptJob(
            BodyWork bodyWork,
            RequestCheck requestCheck,
            QueuedQuota quota,
            CreateJob createJob,
            Signals signals,
            JobsConfig config,
            EndpointLimits limits,
            NamedProject namedProject,
            NamedTemplate namedTemplate) {
        this.bodyWork = bodyWork;
        this.requestCheck = requestCheck;
        this.quota = quota;
        this.createJob = createJob;
        this.signals = signals;
        this.config = config;
        this.limits = limits;
        this.namedProject = namedProject;
        this.namedTemplate = namedTemplate;
    }

    /**
     * A create call that nothing is wrong with.
     *
     * @param resolved whether its request can be run as it is
     */
    private record Checked(
            CreateCall call, RequestFacts facts, boolean resolved, Duration lifetime, IdempotencyKey key) {}

    /** Makes a job out of the request of an endpoint's own call. */
    Uni<Job> acceptDirect(
            String organization, Endpoint endpoint, String idempotencyKey, Payload request, Duration lifetime) {
        Optional<IdempotencyText> key = IdempotencyText.read(idempotencyKey);
        return bodyWork.run(request, whole -> checkDirect(endpoint, whole, key, lifetime))
                .map(checked -> newJob(organization, checked))
                .chain(this::create)
                .map(this::announced);
    }

    Uni<Job> accept(String organization, String idempotencyKey, Payload body) {
        Optional<IdempotencyText> key = IdempotencyText.read(idempotencyKey);
        return bodyWork.run(body, whole -> check(whole, key))
                .map(checked -> newJob(organization, checked))
                .chain(this::create)
                .map(this::announced);
    }

    /** A repeated call is no further job: a full queue, or a project or template that has gone, must not keep its answer from it. */
    private Uni<Created> create(NewJob job) {
        return namedProject
                .check(job)
                .chain(() -> namedTemplate.check(job))
                .chain(() -> quota.admit(job.organization(), 1))
                .chain(() -> createJob.create(job))
                .onFailure(AcceptJob::isRefusal)
                .recoverWithUni(
                        refusal -> job.key() == null ? Uni.createFrom().failure(refusal) : earlier(job, refusal));
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof QuotaExceededException || failure instanceof ProblemException;
    }

    private Uni<Created> earlier(NewJob job, Throwable refusal) {
        return createJob
                .earlierCall(job)
                .chain(found -> found.map(earlier -> Uni.createFrom().item(earlier))
                        .orElseGet(() -> Uni.createFrom().failure(refusal)));
    }

    private Checked check(Payload body, Optional<IdempotencyText> key) {
        CreateEnvelope envelope = CreateEnvelope.read(body);
        if (envelope instanceof CreateEnvelope.Faulty faulty) {
            throw InvalidRequest.of(allFaults(faulty));
        }
        CreateCall call = ((CreateEnvelope.Understood) envelope).call();
        return checked(call, body, key, config.lifetime());
    }

    private Checked checkDirect(Endpoint endpoint, Payload request, Optional<IdempotencyText> key, Duration lifetime) {
        DirectRequest.check(request);
        return checked(
                new CreateCall(endpoint.path(), request, Map.of(), null, TimeLimits.NONE), request, key, lifetime);
    }

    private Checked checked(CreateCall call, Payload body, Optional<IdempotencyText> key, Duration lifetime) {
        CheckedRequest request =
                requestCheck.check(Endpoint.ofPath(call.endpoint()).orElseThrow(), call.request());
        if (!request.faults().isEmpty()) {
            throw InvalidRequest.of(request.faults());
        }
        return new Checked(
                call,
                request.facts(),
                request.remote().isEmpty(),
                lifetime,
                key.map(text -> IdempotencyKey.of(text.value(), call.endpoint(), body, keptFor(lifetime)))
                        .orElse(null));
    }

    /** One answer names every fault: those of the envelope, and those of the request when it can be told. */
    private List<Fault> allFaults(CreateEnvelope.Faulty faulty) {
        List<Fault> faults = new ArrayList<>(faulty.faults());
        if (faulty.endpoint().isPresent() && faulty.request().isPresent()) {
            faults.addAll(requestCheck
                    .check(faulty.endpoint().get(), faulty.request().get())
                    .faults());
        }
        return faults;
    }

    private NewJob newJob(String organization, Checked checked) {
        CreateCall call = checked.call();
        RequestFacts facts = checked.facts();
        Endpoint endpoint = Endpoint.ofPath(call.endpoint()).orElseThrow();
        return new NewJob(
                JobId.fresh(),
                organization,
                call.endpoint(),
                checked.resolved(),
                call.request(),
                call.metadataJson(),
                facts.model(),
                facts.projectId(),
                facts.filenames(),
                facts.documentTypes(),
                checked.lifetime(),
                config.attempts(),
                call.limits(),
                limits.queue(endpoint, call.limits()).orElse(null),
                checked.key());
    }

    /** A key must not outlive the job that it leads to. */
    private Duration keptFor(Duration lifetime) {
        Duration kept = config.idempotencyKeyLifetime();
        return kept.compareTo(lifetime) < 0 ? kept : lifetime;
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
