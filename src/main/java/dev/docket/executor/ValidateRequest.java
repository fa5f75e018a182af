package dev.docket.executor;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.CheckedRequest;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.RequestCheck;
import dev.docket.endpoint.ResolveDocuments;
import dev.docket.endpoint.Work;
import dev.docket.job.Payload;
import dev.docket.store.Bodies;
import dev.docket.store.ClaimedJob;
import dev.docket.store.Reserved;
import dev.docket.store.StoreAnswer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;

/**
 * Resolves the request of a job that was created {@code validating}: checks it once more, and puts documents in place of
 * their URLs. An answer without a body says that the request itself is what is run; else the body is.
 */
@Singleton
class ValidateRequest {
    private static final Payload NOTHING = Payload.of(new byte[0]);

    private final ExecutorLoop loop;
    private final ResolvingPlaces places;
    private final Bodies bodies;
    private final RequestCheck requestCheck;
    private final ResolveDocuments documents;
    private final StoreAnswer storeAnswer;

    ValidateRequest(
            ExecutorLoop loop,
            ResolvingPlaces places,
            @Reserved Bodies bodies,
            RequestCheck requestCheck,
            ResolveDocuments documents,
            StoreAnswer storeAnswer) {
        this.loop = loop;
        this.places = places;
        this.bodies = bodies;
        this.requestCheck = requestCheck;
        this.documents = documents;
        this.storeAnswer = storeAnswer;
    }

    Work start(ClaimedJob job, Endpoint endpoint) {
        Validation validation = new Validation(
                loop,
                places,
                job.request().length(),
                bodies.whole(job.request()),
                request -> next(job, endpoint, request));
        validation.begin();
        return validation;
    }

    private Uni<Validation.Next> next(ClaimedJob job, Endpoint endpoint, Payload request) {
        return Uni.createFrom()
                .item(() -> requestCheck.check(endpoint, request))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(loop)
                .map(checked -> next(job, endpoint, request, checked));
    }

    private Validation.Next next(ClaimedJob job, Endpoint endpoint, Payload request, CheckedRequest checked) {
        if (!checked.faults().isEmpty()) {
            return new Validation.Next.End(new Answer.Failed(checked.error()));
        }
        if (checked.remote().isEmpty()) {
            return new Validation.Next.End(new Answer.Completed(200, NOTHING));
        }
        RunAnswer sink = RunAnswer.alwaysStored(storeAnswer.of(job.run()));
        return new Validation.Next.Resolve(documents.start(endpoint, request, checked.remote(), sink));
    }
}
