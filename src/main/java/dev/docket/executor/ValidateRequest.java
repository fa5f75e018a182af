package dev.docket.executor;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.CheckedRequest;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Fault;
import dev.docket.endpoint.RequestCheck;
import dev.docket.endpoint.Work;
import dev.docket.job.ErrorCode;
import dev.docket.job.JobError;
import dev.docket.job.Payload;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Resolves the request of a job that was created {@code validating}, and checks it again once it is resolved. */
@ApplicationScoped
class ValidateRequest {
    private static final Payload NOTHING = Payload.of(new byte[0]);

    private final RequestCheck requestCheck;

    ValidateRequest(RequestCheck requestCheck) {
        this.requestCheck = requestCheck;
    }

    Work start(Endpoint endpoint, Payload request) {
        Uni<Answer> answer = Uni.createFrom()
                .item(() -> answer(requestCheck.check(endpoint, request)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .memoize()
                .indefinitely();
        return new Validation(answer);
    }

    private static Answer answer(CheckedRequest checked) {
        return checked.faults().isEmpty()
                ? new Answer.Completed(200, NOTHING)
                : new Answer.Failed(new JobError(
                        ErrorCode.REQUEST_INVALID,
                        "The request does not fit the model of its endpoint.",
                        Map.of(
                                "errors",
                                checked.faults().stream()
                                        .map(ValidateRequest::view)
                                        .toList())));
    }

    private static Map<String, Object> view(Fault fault) {
        return Map.of("path", fault.path(), "expected", fault.expected(), "got", fault.got());
    }

    /** A check takes milliseconds and holds nothing, so an abort lets it come to its end and drops what it says. */
    private record Validation(Uni<Answer> answer) implements Work {
        @Override
        public void abort() {}

        @Override
        public Uni<Void> stopped() {
            return answer.replaceWithVoid();
        }
    }
}
