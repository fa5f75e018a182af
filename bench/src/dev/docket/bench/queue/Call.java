package dev.docket.bench.queue;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;

/**
 * One call of the API.
 *
 * @param body null for none
 */
record Call(HttpMethod method, String path, Buffer body) {
    static Call get(String path) {
        return new Call(HttpMethod.GET, path, null);
    }

    static Call post(String path, Buffer body) {
        return new Call(HttpMethod.POST, path, body);
    }
}
