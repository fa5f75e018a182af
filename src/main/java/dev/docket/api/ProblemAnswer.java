package dev.docket.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Writes a problem as an answer, from a resource's side or straight to the connection. */
final class ProblemAnswer {
    private ProblemAnswer() {}

    static Response of(Problem problem) {
        return Response.status(problem.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Retry-After", problem.retryAfterSeconds())
                .entity(problem.json())
                .build();
    }

    static void send(HttpServerResponse response, Problem problem) {
        response.setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        if (problem.retryAfter() != null) {
            response.putHeader(HttpHeaders.RETRY_AFTER, problem.retryAfterSeconds());
        }
        response.end(problem.json());
    }
}
