package dev.docket.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** The bulk cancels of one organization, as its client sees them. */
final class BulkApi {
    static final String PATH = "/v1/jobs/cancel";

    private final JobApi api;

    BulkApi(JobApi api) {
        this.api = api;
    }

    HttpResponse<String> cancel(String body, String... headers) {
        return api.postBody(PATH, body, headers);
    }

    /** A bulk cancel that is over: when it is answered, or soon after on a machine that is busy. */
    JsonObject completed(String body, String... headers) {
        HttpResponse<String> answer = cancel(body, headers);
        if (answer.statusCode() == 202) {
            JsonObject running = new JsonObject(answer.body());
            return Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(
                            () -> read(running),
                            found -> found.getString("status").equals("completed"));
        }
        JsonObject bulk = JobApi.okay(answer);
        assertThat(bulk.getString("status")).as(bulk.encode()).isEqualTo("completed");
        return bulk;
    }

    JsonObject preview(String target) {
        return JobApi.okay(cancel("{" + target + ",\"preview\":true}"));
    }

    JsonObject read(JsonObject bulk) {
        return JobApi.okay(api.get(PATH + "/" + bulk.getString("id")));
    }

    JsonObject outcomesPage(JsonObject bulk, String query) {
        return JobApi.okay(api.get(PATH + "/" + bulk.getString("id") + "/outcomes" + query));
    }

    /** The outcomes by the ids of their jobs, in order, each as {@code outcome status work_started}. */
    Map<String, String> outcomes(JsonObject bulk) {
        return outcomes(outcomesPage(bulk, "?limit=1000").getJsonArray("data"));
    }

    static Map<String, String> outcomes(JsonArray data) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        for (int i = 0; i < data.size(); i++) {
            JsonObject outcome = data.getJsonObject(i);
            assertThat(outcome.fieldNames()).containsExactly("job_id", "outcome", "status", "work_started");
            String told = outcome.getString("outcome") + " " + outcome.getValue("status") + " "
                    + outcome.getValue("work_started");
            assertThat(outcomes.put(outcome.getString("job_id"), told)).isNull();
        }
        return outcomes;
    }

    static String ids(String... ids) {
        return "\"ids\":" + Arrays.stream(ids).collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }

    /** The counts that are not 0, for example {@code {"cancelled":2}}. */
    static String counts(JsonObject bulk) {
        JsonObject counts = bulk.getJsonObject("counts").copy();
        counts.getMap().values().removeIf(count -> count.equals(0));
        return counts.encode();
    }
}
