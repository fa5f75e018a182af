package dev.docket.api;

import dev.docket.endpoint.CheckedRequest;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.EndpointLimits;
import dev.docket.endpoint.Fault;
import dev.docket.endpoint.RequestCheck;
import dev.docket.endpoint.RequestFacts;
import dev.docket.job.JobId;
import dev.docket.job.Payload;
import dev.docket.job.TimeLimits;
import dev.docket.store.IdempotencyKey;
import dev.docket.store.JobsConfig;
import dev.docket.store.NewJob;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Understands a create call and checks it, up to the job that is to be stored; what is wrong with it is a 400 or 422. */
@Singleton
class CheckCreate {
    private final RequestCheck requestCheck;
    private final JobsConfig config;
    private final EndpointLimits limits;

    CheckCreate(RequestCheck requestCheck, JobsConfig config, EndpointLimits limits) {
        this.requestCheck = requestCheck;
        this.config = config;
        this.limits = limits;
    }

    /** The job of a create call's body. */
    NewJob ofBody(String organization, Payload body, Optional<IdempotencyText> key) {
        return checked(organization, understood(CreateEnvelope.read(body)), body, key, config.lifetime());
    }

    /** The job of one entry of a batch, which names its key itself. */
    NewJob ofItem(String organization, Payload item) {
        CreateCall call = understood(CreateEnvelope.readItem(item));
        Optional<IdempotencyText> key = Optional.ofNullable(call.key());
        return checked(organization, call, item, key, config.lifetime());
    }

    /** The job of a direct call's body. */
    NewJob ofRequest(
            String organization, Endpoint endpoint, Payload request, Optional<IdempotencyText> key, Duration lifetime) {
        DirectRequest.check(request);
        CreateCall call = new CreateCall(endpoint.path(), request, Map.of(), null, TimeLimits.NONE, null);
        return checked(organization, call, request, key, lifetime);
    }

    private CreateCall understood(CreateEnvelope envelope) {
        if (envelope instanceof CreateEnvelope.Faulty faulty) {
            throw InvalidRequest.of(allFaults(faulty));
        }
        return ((CreateEnvelope.Understood) envelope).call();
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

    private NewJob checked(
            String organization, CreateCall call, Payload body, Optional<IdempotencyText> key, Duration lifetime) {
        Endpoint endpoint = Endpoint.ofPath(call.endpoint()).orElseThrow();
        CheckedRequest request = requestCheck.check(endpoint, call.request());
        if (!request.faults().isEmpty()) {
            throw InvalidRequest.of(request.faults());
        }
        RequestFacts facts = request.facts();
        return new NewJob(
                JobId.fresh(),
                organization,
                call.endpoint(),
                request.remote().isEmpty(),
                call.request(),
                call.metadataJson(),
                facts.model(),
                facts.projectId(),
                facts.filenames(),
                facts.documentTypes(),
                lifetime,
                config.attempts(),
                call.limits(),
                limits.queue(endpoint, call.limits()).orElse(null),
                key.map(text -> IdempotencyKey.of(text.value(), call.endpoint(), body, keptFor(lifetime)))
                        .orElse(null),
                null);
    }

    /** A key must not outlive the job that it leads to. */
    private Duration keptFor(Duration lifetime) {
        Duration kept = config.idempotencyKeyLifetime();
        return kept.compareTo(lifetime) < 0 ? kept : lifetime;
    }
}
