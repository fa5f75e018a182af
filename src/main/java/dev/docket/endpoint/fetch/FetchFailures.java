package dev.docket.endpoint.fetch;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.DocumentUrl;
import dev.docket.endpoint.RemoteDocument;
import dev.docket.job.ErrorCode;
import dev.docket.job.JobError;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.vertx.core.http.HttpClientResponse;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * What a document that cannot be had means for its job. Of a URL only the host is told: the rest may have a signature in
 * it, and the text of a failure an address of this network.
 */
final class FetchFailures {
    private static final int DEEPEST_CAUSE = 8;

    private final RemoteDocument document;
    private DocumentUrl at;

    FetchFailures(RemoteDocument document) {
        this.document = document;
        this.at = document.url();
    }

    /** The document was redirected. */
    void nowAt(DocumentUrl url) {
        at = url;
    }

    Answer refused(String what) {
        return last(
                ErrorCode.DOCUMENT_FETCH_REFUSED, "The document is not fetched: its URL, or a redirect, is " + what);
    }

    Answer failed(String what) {
        return last(ErrorCode.DOCUMENT_FETCH_FAILED, what);
    }

    Answer passing(String what) {
        return passing(what, Duration.ZERO, details());
    }

    Answer tooLarge(int limit) {
        Map<String, Object> details = details();
        details.put("limit", limit);
        return new Answer.Failed(new JobError(
                ErrorCode.DOCUMENT_TOO_LARGE,
                "The request would have more than " + limit + " bytes with the document in its place.",
                details));
    }

    /** Most likely the database is away. */
    static Answer notStored() {
        return new Answer.FailedForNow(
                new JobError(ErrorCode.PROCESSOR_FAILED, "The document could not be stored."), Duration.ZERO);
    }

    Answer empty() {
        return last(ErrorCode.DOCUMENT_EMPTY, "The document has no bytes");
    }

    /** An answer that is not the document. Some say that it will pass. */
    Answer of(HttpClientResponse response, Duration retryAfter) {
        int status = response.statusCode();
        Map<String, Object> details = details();
        details.put("http_status", status);
        String message = sentence("The server of the document answered " + status);
        return status >= 500 || status == 408 || status == 425 || status == 429
                ? new Answer.FailedForNow(new JobError(ErrorCode.DOCUMENT_FETCH_FAILED, message, details), retryAfter)
                : new Answer.Failed(new JobError(ErrorCode.DOCUMENT_FETCH_FAILED, message, details));
    }

    /** A connection that could not be made, or broke. */
    Answer of(Throwable failure) {
        if (isOne(failure, CertificateException.class)) {
            return failed("The certificate of the document's server is not one that is trusted for its name");
        }
        if (isOne(failure, TimeoutException.class)
                || isOne(failure, ConnectTimeoutException.class)
                || isOne(failure, SslHandshakeTimeoutException.class)) {
            return passing("No connection to the server of the document could be had in time");
        }
        if (isOne(failure, UnknownHostException.class)) {
            return passing("The name of the document's server could not be resolved");
        }
        if (isOne(failure, SSLException.class)) {
            return passing("No TLS connection to the server of the document could be made");
        }
        if (isOne(failure, ConnectException.class)) {
            return passing("The server of the document could not be connected to");
        }
        return passing("The connection to the server of the document broke off");
    }

    private Answer last(ErrorCode code, String what) {
        return new Answer.Failed(new JobError(code, sentence(what), details()));
    }

    private Answer passing(String what, Duration after, Map<String, Object> details) {
        return new Answer.FailedForNow(new JobError(ErrorCode.DOCUMENT_FETCH_FAILED, sentence(what), details), after);
    }

    private static String sentence(String what) {
        return what + ".";
    }

    private Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("path", document.path());
        details.put("host", at.host());
        return details;
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
