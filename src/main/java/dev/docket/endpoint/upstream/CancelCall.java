package dev.docket.endpoint.upstream;

import dev.docket.endpoint.Assignment;
import dev.docket.endpoint.exchange.Failures;
import dev.docket.trace.AboutJob;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import org.jboss.logging.Logger;

/** Tells a service that a job it may still be working on was cancelled: once, within a time, and nobody waits for it. */
final class CancelCall {
    private static final Logger LOG = Logger.getLogger(CancelCall.class);

    private final UpstreamClient client;
    private final Assignment assignment;
    private final UpstreamMeters.Timing timing;
    private boolean told;

    private CancelCall(UpstreamClient client, Assignment assignment, UpstreamMeters.Timing timing) {
        this.client = client;
        this.assignment = assignment;
        this.timing = timing;
    }

    /** Does nothing when the service has no path for it. */
    static void make(UpstreamClient client, Assignment assignment, UpstreamMeters.Timing timing) {
        client.service().cancelPath().ifPresent(path -> new CancelCall(client, assignment, timing).make(path));
    }

    private void make(String path) {
        String filled = path.replace("{job_id}", assignment.job().value())
                .replace("{idempotency_key}", CallHeaders.idempotencyKey(assignment));
        client.cancelCall(filled).onSuccess(this::connected).onFailure(failure -> failed(Failures.name(failure)));
    }

    private void connected(HttpClientRequest request) {
        CallHeaders.of(assignment).forEach(request::putHeader);
        request.exceptionHandler(failure -> failed(Failures.name(failure)));
        request.putHeader("Content-Length", "0");
        request.send().onSuccess(this::answered).onFailure(failure -> failed(Failures.name(failure)));
    }

    /** Only the status counts; a body of any length may follow, so the connection is not kept. */
    private void answered(HttpClientResponse response) {
        if (response.statusCode() / 100 == 2) {
            tell(true);
        } else {
            failed("status " + response.statusCode());
        }
        response.exceptionHandler(afterwards -> {});
        response.request().reset();
    }

    private void failed(String how) {
        if (tell(false)) {
            AboutJob.log(
                    assignment.organization(),
                    assignment.job(),
                    () -> LOG.warnf(
                            "%s could not be told that job %s is cancelled: %s",
                            client.service(), assignment.job(), how));
        }
    }

    private boolean tell(boolean accepted) {
        boolean first = !told;
        told = true;
        if (first) {
            timing.cancelCalled(accepted);
        }
        return first;
    }
}
