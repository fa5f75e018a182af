package dev.docket.endpoint.exchange;

import dev.docket.endpoint.Answer;
import dev.docket.job.ErrorCode;
import dev.docket.job.JobError;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What a failed exchange means for its job. All of it may pass, so the job is tried again. */
public final class Failures {
    private static final int DEEPEST_CAUSE = 8;

    private Failures() {}

    /** The text of a failure may have an address or more in it, so only its kind is told. */
    public static Answer of(Throwable failure) {
        if (isOne(failure, TimeoutException.class)
                || isOne(failure, ConnectTimeoutException.class)
                || isOne(failure, SslHandshakeTimeoutException.class)) {
            return unreached(ErrorCode.UPSTREAM_TIMEOUT, "No connection to the upstream service could be had in time.");
        }
        if (isOne(failure, UnknownHostException.class)) {
            return unreached(ErrorCode.UPSTREAM_UNAVAILABLE, "The name of the upstream service could not be resolved.");
        }
        if (isOne(failure, SSLException.class)) {
            return unavailable("No TLS connection to the upstream service could be made.");
        }
        if (isOne(failure, ConnectException.class)) {
            return unreached(ErrorCode.UPSTREAM_UNAVAILABLE, "The upstream service could not be connected to.");
        }
        return unavailable("The connection to the upstream service broke off.");
    }

    public static Answer unavailable(String message) {
        return passing(ErrorCode.UPSTREAM_UNAVAILABLE, message);
    }

    public static Answer passing(ErrorCode code, String message) {
        return new Answer.FailedForNow(new JobError(code, message), Duration.ZERO);
    }

    /** There was no connection, so nothing of the request has left. Not told of TLS, which may also break off later. */
    private static Answer unreached(ErrorCode code, String message) {
        return new Answer.FailedForNow(new JobError(code, message), Duration.ZERO, false);
    }

    public static Answer last(ErrorCode code, String message) {
        return new Answer.Failed(new JobError(code, message));
    }

    /** How an answer is counted. */
    public static String outcome(Answer answer) {
        if (answer instanceof Answer.FailedForNow passing) {
            return passing.error().code();
        }
        return answer instanceof Answer.Failed failed ? failed.error().code() : "completed";
    }

    /** What a log may say about a failure. */
    public static String name(Throwable failure) {
        return failure.getClass().getSimpleName();
    }

    private static boolean isOne(Throwable failure, Class<? extends Throwable> kind) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (kind.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
