package dev.docket.bench.queue;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;

/**
 * One call of the API.
 *
 * @param body null for none
 * @param refusal the status of an answer that is as good as a success; 0 for none
 */
record Call(HttpMethod method, String path, Buffer body, int refusal) {
    static Call get(String path) {
        return new Call(HttpMethod.GET, path, null, 0);
    }

    /** The same call, which may be refused so. */
    Call orRefused(int status) {
        return new Call(method, path, body, status);
    }

    boolean isAnsweredBy(int status) {
        return status >= 200 && status < 300 || status == refusal;
    }

    static Call post(String path, Buffer body) {
        return new Call(HttpMethod.POST, path, body, 0);
    }
}
