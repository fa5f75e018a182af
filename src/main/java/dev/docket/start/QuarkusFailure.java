package dev.docket.start;

import dev.docket.endpoint.ProcessorMisconfigured;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.util.ExceptionUtil;

/** Makes one line of a start that failed inside Quarkus. */
final class QuarkusFailure {
    private QuarkusFailure() {}

    static StartRefused refusal(Throwable failure) {
        Throwable root = ExceptionUtil.getRootCause(failure);
        Throwable cause = root == null ? failure : root;
        if (cause instanceof StartRefused refused) {
            return refused;
        }
        if (cause instanceof ProcessorMisconfigured misconfigured) {
            return new StartRefused(misconfigured.getMessage() + ".", misconfigured);
        }
        if (cause instanceof QuarkusBindException taken) {
            return new StartRefused(PortCheck.refusal(taken.getHost(), taken.getPort(), taken), taken);
        }
        String name = cause.getClass().getSimpleName();
        return new StartRefused(
                "The service did not start: " + name + ": " + OneLine.of(cause.getMessage())
                        + " (DOCKET_DEBUG=true shows where).",
                failure);
    }
}
