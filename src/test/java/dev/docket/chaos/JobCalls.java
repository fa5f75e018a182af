package dev.docket.chaos;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a client does with jobs by one process. Each call is answered 200, or fails. */
record JobCalls(ServiceProcess service) {
    String create(String body) {
        return read(service.post("/v1/jobs?include_request=false", body)).getString("id");
    }

    /** The status that the answer has. */
    String cancel(String job) {
        return read(service.post("/v1/jobs/" + job + "/cancel", "{}")).getString("status");
    }

    /** The same of a job that may have ended before; empty then. */
    Optional<String> tryCancel(String job) {
        HttpResponse<String> answer = service.post("/v1/jobs/" + job + "/cancel", "{}");
        return answer.statusCode() == 400
                ? Optional.empty()
                : Optional.of(read(answer).getString("status"));
    }

    /** The status that the answer has. */
    String retry(String job) {
        return read(service.post("/v1/jobs/" + job + "/retry", "{}")).getString("status");
    }

    JsonObject retrieve(String job) {
        return read(service.get("/v1/jobs/" + job));
    }

    String status(String job) {
        return read(service.get("/v1/jobs/" + job + "/status")).getString("status");
    }

    /** The status of each of the newest jobs, by its id. */
    Map<String, String> list() {
        Map<String, String> listed = new LinkedHashMap<>();
        read(service.get("/v1/jobs?limit=100&include_request=false&include_response=false"))
                .getJsonArray("data")
                .stream()
                .map(JsonObject.class::cast)
                .forEach(job -> listed.put(job.getString("id"), job.getString("status")));
        return listed;
    }

    private static JsonObject read(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return new JsonObject(answer.body());
    }
}
