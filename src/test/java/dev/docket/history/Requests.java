package dev.docket.history;

import dev.docket.history.HttpCalls.Request;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;

/** The calls as HTTP requests. */
final class Requests {
    private static final String NO_REQUEST = "include_request=false";

    private Requests() {}

    static Request create(Paper paper, String key) {
        return new Request(HttpMethod.POST, "/v1/jobs?" + NO_REQUEST, paper.createBody(), key);
    }

    /** The jobs that were created last, for a look at several at once. */
    static Request newest(int jobs) {
        return new Request(HttpMethod.GET, "/v1/jobs?" + NO_REQUEST + "&limit=" + jobs, null, null);
    }

    static Request of(String job, Call call) {
        String path = "/v1/jobs/" + job;
        if (call instanceof Call.Cancel cancel) {
            return new Request(HttpMethod.POST, path + "/cancel?" + NO_REQUEST, body(cancel), cancel.key());
        }
        if (call instanceof Call.Retry retry) {
            return new Request(HttpMethod.POST, path + "/retry?" + NO_REQUEST, null, retry.key());
        }
        if (call instanceof Call.Status) {
            return new Request(HttpMethod.GET, path + "/status", null, null);
        }
        if (call instanceof Call.Listing list) {
            String filter =
                    list.status() == null ? "" : "&status=" + list.status().wire();
            return new Request(HttpMethod.GET, "/v1/jobs?" + NO_REQUEST + "&id=" + job + filter, null, null);
        }
        return new Request(HttpMethod.GET, path + "?" + NO_REQUEST, null, null);
    }

    private static String body(Call.Cancel cancel) {
        return cancel.reason() == null
                ? null
                : new JsonObject()
                        .put("reason", cancel.reason())
                        .put("only_if_queued", cancel.onlyIfQueued())
                        .encode();
    }
}
