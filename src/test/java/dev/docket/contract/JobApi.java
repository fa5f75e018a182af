package dev.docket.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.ServiceClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The jobs API as one organization's client sees it: every answer whole, nothing followed, nothing tried again. */
public final class JobApi {
    private final ServiceClient client = ServiceClient.ofNewOrganization();
    private final Calls calls;

    public JobApi(URI base) {
        calls = new Calls(base);
    }

    public String organization() {
        return client.organization();
    }

    public JobRows rows() {
        return new JobRows(organization());
    }

    public HttpResponse<String> get(String path) {
        return calls.get(path, headers());
    }

    /** A POST as the Python client sends it: no body, but a content type. */
    public HttpResponse<String> post(String path, String... headers) {
        return calls.call("POST", path, BodyPublishers.noBody(), headers(headers));
    }

    public HttpResponse<String> postBody(String path, String body, String... headers) {
        return calls.post(path, body, headers(headers));
    }

    public HttpResponse<String> postBytes(String path, byte[] body) {
        return calls.call("POST", path, BodyPublishers.ofByteArray(body), headers());
    }

    public HttpResponse<String> call(String method, String path) {
        return calls.call(method, path, BodyPublishers.noBody(), headers());
    }

    public HttpResponse<String> callBody(String method, String path, String body) {
        return calls.call(method, path, BodyPublishers.ofString(body), headers());
    }

    /** A form, its parts as they are. */
    public HttpResponse<String> postForm(String path, String boundary, byte[] parts) {
        String type = "multipart/form-data; boundary=" + boundary;
        return calls.call(
                "POST", path, BodyPublishers.ofByteArray(parts), "Api-Key", client.key(), "Content-Type", type);
    }

    /** The whole answer to a request line that no URI class would let through. */
    public String raw(String method, String target) throws IOException {
        return calls.raw(method + " " + target + " HTTP/1.1\r\nHost: x\r\nApi-Key: " + client.key()
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }

    public HttpResponse<String> create(String request, String metadata, String... headers) {
        return createAt("/v1/documents/parse", request, metadata, headers);
    }

    public HttpResponse<String> createAt(String endpoint, String request, String metadata, String... headers) {
        return postBody("/v1/jobs", envelope(endpoint, request, metadata), headers);
    }

    public static String envelope(String endpoint, String request, String metadata) {
        return "{\"endpoint\":\"" + endpoint + "\",\"request\":" + request
                + (metadata == null ? "" : ",\"metadata\":" + metadata) + "}";
    }

    public JsonObject job(String id) {
        return okay(get("/v1/jobs/" + id));
    }

    /** The job once it has ended, by polling. */
    public JsonObject untilFinal(String id) {
        client.untilFinal(id);
        return job(id);
    }

    /** The object of a 200. */
    public static JsonObject okay(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
        return new JsonObject(answer.body());
    }

    /** The detail of a refusal, after a look at its shape. */
    public static JsonObject refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
        assertThat(answer.headers().firstValue("x-request-id")).isPresent();
        JsonObject body = new JsonObject(answer.body());
        assertThat(body.fieldNames()).containsExactly("detail");
        JsonObject detail = body.getJsonObject("detail");
        assertThat(detail.fieldNames()).containsExactly("code", "message", "details");
        assertThat(detail.getString("code")).as(answer.body()).isEqualTo(code);
        assertThat(detail.getString("message")).isNotBlank();
        return detail;
    }

    /** The page at a query such as {@code limit=2}. */
    public JsonObject page(String query) {
        return okay(get("/v1/jobs?" + query));
    }

    public List<String> ids(String query) {
        return ids(page(query));
    }

    public static List<String> ids(JsonObject page) {
        JsonArray jobs = page.getJsonArray("data");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            ids.add(jobs.getJsonObject(i).getString("id"));
        }
        return ids;
    }

    private String[] headers(String... more) {
        Stream<String> own = Stream.of("Api-Key", client.key(), "Content-Type", "application/json");
        return Stream.concat(own, Stream.of(more)).toArray(String[]::new);
    }
}
