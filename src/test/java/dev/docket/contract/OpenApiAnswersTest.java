package dev.docket.contract;

import static dev.docket.contract.ApiDocument.names;
import static dev.docket.contract.ApiDocument.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.PostgresResource;
import dev.docket.ServiceClient;
import dev.docket.TestPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the service does, held against what its document says. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class OpenApiAnswersTest {
    private static final String JOBS = "/v1/jobs";
    private static final String JOB = JOBS + "/{job_id}";
    private static final String BULK = JOBS + "/cancel";
    private static final String PARSE = "/v1/documents/parse";

    private final ServiceClient client = ServiceClient.ofNewOrganization();
    private ApiDocument document;

    @BeforeEach
    void fetch() {
        document = ApiDocument.fetch();
    }

    @Test
    void a_job_is_answered_as_described_on_every_route() {
        Response created = create(ServiceClient.textDocument("hello"));
        assertFits("POST", JOBS, created);
        assertThat(names(ApiDocument.read(created.asString())))
                .isEqualTo(texts(document.at("/components/schemas/Job/required")));
        String id = created.path("id");
        client.untilFinal(id);

        assertFits("GET", JOB, get(JOBS + "/" + id));
        assertFits("GET", JOB, get(JOBS + "/" + id + "?include_request=false&include_response=false"));
        assertFits("GET", JOB + "/status", get(JOBS + "/" + id + "/status"));
        assertFits("GET", JOBS, get(JOBS));
        assertFits("GET", JOBS, get(JOBS + "?status=cancelled"));
        assertRefused("POST", JOB + "/cancel", post(JOBS + "/" + id + "/cancel", "{}"), 400);
        assertRefused("POST", JOB + "/retry", post(JOBS + "/" + id + "/retry", ""), 400);
    }

    @Test
    void a_failed_job_and_its_retry_are_answered_as_described() {
        String id = failedJob();
        Response failed = get(JOBS + "/" + id);
        assertThat(failed.<String>path("status")).isEqualTo("failed");
        assertFits("GET", JOB, failed);
        assertFits("POST", JOB + "/retry", post(JOBS + "/" + id + "/retry", "{}"));
    }

    @Test
    void a_cancelled_job_is_answered_as_described() throws SQLException {
        String id = failedJob();
        park(id);
        Response cancelled = post(JOBS + "/" + id + "/cancel", "{\"reason\":\"sent twice\"}");
        assertThat(cancelled.<String>path("cancellation.reason")).isEqualTo("sent twice");
        assertFits("POST", JOB + "/cancel", cancelled);
    }

    @Test
    void a_bulk_cancel_is_answered_as_described_on_every_route() throws SQLException {
        String id = failedJob();
        park(id);
        String filter = "{\"filter\":{\"id\":\"" + id + "\",\"metadata\":{\"batch_id\":\"batch_001\"}}";
        Response preview = post(BULK, filter + ",\"preview\":true}");
        assertThat(preview.<Integer>path("matched")).isEqualTo(1);
        assertFits("POST", BULK, preview);
        Response cancelled = post(BULK, filter + "}");
        assertFits("POST", BULK, cancelled);
        assertFits("GET", JOB, get(JOBS + "/" + id));
        assertFits("GET", BULK, get(BULK));
        String one = BULK + "/" + cancelled.path("id");
        assertFits("GET", BULK + "/{bulk_cancel_id}", get(one));
        assertFits("GET", BULK + "/{bulk_cancel_id}/outcomes", get(one + "/outcomes"));
        assertFits("POST", BULK, post(BULK, "{\"ids\":[\"" + id + "\"]}"));
        assertRefused("POST", BULK, post(BULK, "{}"), 422);
        assertRefused("GET", BULK + "/{bulk_cancel_id}", get(BULK + "/x"), 404);
    }

    @Test
    void the_members_of_a_filter_are_the_filters_of_the_list_and_fit_their_schema() {
        JsonNode members = document.at("/components/schemas/JobFilter/properties");
        List<String> ofTheList =
                document.operation("GET", JOBS).get("parameters").findValuesAsText("name");
        assertThat(ofTheList).containsAll(names(members));
        String expected = post(BULK, "{\"filter\":{\"nonsense\":\"1\"}}").path("detail.details.errors[0].expected");
        assertThat(names(members))
                .containsExactlyInAnyOrder(
                        expected.replace("one of the parameters ", "").split(", "));
    }

    @Test
    void the_schema_of_a_bulk_cancel_refuses_what_the_service_refuses() {
        for (String body : List.of(
                "{}",
                "{\"ids\":[]}",
                "{\"ids\":[\"x\"]}",
                "{\"ids\":[\"job_aaaaaaaaaaaaaaaaaaaaa\"],\"filter\":{\"model\":\"m\"}}",
                "{\"filter\":{\"model\":\"\"}}",
                "{\"filter\":{\"status\":\"completed\"}}",
                "{\"filter\":{\"metadata\":{}}}",
                "{\"filter\":{\"document_type\":[]}}",
                "{\"filter\":{\"nonsense\":\"1\"}}")) {
            assertThat(document.faults("/components/schemas/CancelJobs", ApiDocument.read(body)))
                    .as(body)
                    .isNotEmpty();
            assertThat(post(BULK, body).statusCode()).as(body).isEqualTo(422);
        }
    }

    @Test
    void refusals_are_answered_as_described() {
        assertRefused("POST", JOBS, post(JOBS, "{\"endpoint\":\"/v1/nothing\"}"), 422);
        assertRefused("POST", JOBS, post(JOBS, "{"), 400);
        assertRefused("GET", JOB, get(JOBS + "/job_aaaaaaaaaaaaaaaaaaaaa"), 404);
        assertRefused("GET", JOBS, client.call().header("Api-Key", "sk_wrong").get(JOBS), 401);
    }

    @Test
    void the_parameters_of_a_list_are_those_that_the_service_knows() {
        List<String> described =
                document.operation("GET", JOBS).get("parameters").findValuesAsText("name");
        String expected = get(JOBS + "?nonsense=1").path("detail.details.errors[0].expected");
        List<String> known =
                List.of(expected.replace("one of the parameters ", "").split(", "));
        assertThat(known)
                .containsAll(described)
                .hasSameSizeAs(document.operation("GET", JOBS).get("parameters"));
    }

    @Test
    void the_published_values_and_bounds_of_a_list_are_held() {
        String types = String.join(",", texts(parameter("document_type").at("/schema/items/enum")));
        int most = parameter("limit").at("/schema/maximum").asInt();
        int longest = parameter("filename_regex").at("/schema/maxLength").asInt();
        get(JOBS + "?include_response=false&document_type=" + types + "&limit=" + most)
                .then()
                .statusCode(200);
        get(JOBS + "?include_response=false&limit=" + (most + 1)).then().statusCode(422);
        get(JOBS + "?filename_regex=" + "a".repeat(longest)).then().statusCode(200);
        get(JOBS + "?filename_regex=" + "a".repeat(longest + 1)).then().statusCode(422);
    }

    @Test
    void the_published_bounds_of_metadata_and_of_a_reason_are_held() {
        JsonNode metadata = document.at("/components/schemas/CreateDocumentsParse/properties/metadata");
        int pairs = metadata.get("maxProperties").asInt();
        int key = metadata.at("/propertyNames/maxLength").asInt();
        int value = metadata.at("/additionalProperties/maxLength").asInt();
        assertThat(createdWith(pairs, key, value)).isEqualTo(200);
        assertThat(createdWith(pairs + 1, key, value)).isEqualTo(422);
        assertThat(createdWith(pairs, key + 1, value)).isEqualTo(422);
        assertThat(createdWith(pairs, key, value + 1)).isEqualTo(422);

        int reason = document.at("/components/schemas/CancelJob/properties/reason/maxLength")
                .asInt();
        String gone = JOBS + "/job_aaaaaaaaaaaaaaaaaaaaa/cancel";
        assertThat(post(gone, "{\"reason\":\"" + "r".repeat(reason) + "\"}").statusCode())
                .isEqualTo(404);
        assertThat(post(gone, "{\"reason\":\"" + "r".repeat(reason + 1) + "\"}").statusCode())
                .isEqualTo(422);
    }

    @Test
    void the_published_bounds_of_the_time_limits_are_held_and_what_was_set_is_answered_as_described() {
        JsonNode fields = document.at("/components/schemas/CreateDocumentsParse/properties");
        for (String name : List.of("execution_timeout_seconds", "queue_timeout_seconds")) {
            long most = fields.at("/" + name + "/maximum").asLong();
            assertThat(fields.at("/" + name + "/exclusiveMinimum").asLong()).isZero();
            assertThat(limited(name, "0").statusCode()).isEqualTo(422);
            assertThat(limited(name, (most + 1) + "").statusCode()).isEqualTo(422);

            Response created = limited(name, most + "");
            assertFits("POST", JOBS, created);
            assertThat(created.<Object>path(name)).isEqualTo((int) most);
            assertFits("GET", JOB, get(JOBS + "/" + created.path("id")));
        }
    }

    private Response limited(String name, String seconds) {
        String body = body(ServiceClient.textDocument("hello"), "null");
        return post(JOBS, body.replaceFirst("}$", ",\"" + name + "\":" + seconds + "}"));
    }

    private String failedJob() {
        String id = create("{\"document\":{\"filename\":\"a.pdf\",\"url\":\"data:application/pdf;base64,AAAA\"}}")
                .path("id");
        client.untilFinal(id);
        return id;
    }

    /** Puts a failed job back to where no executor takes it before a cancel can. */
    private static void park(String id) throws SQLException {
        try (Connection connection = TestPostgres.shared().connect();
                PreparedStatement statement = connection.prepareStatement("""
                        update job set status = 'queued', available_at = clock_timestamp() + interval '1 hour',
                            completed_at = null, error_code = null, error_message = null, error_details = null
                        where id = ?""")) {
            statement.setString(1, id);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private int createdWith(int pairs, int key, int value) {
        String metadata = IntStream.range(0, pairs)
                .mapToObj(i -> "\"%s\":\"%s\""
                        .formatted("%0" + key + "d", "v".repeat(value))
                        .formatted(i))
                .collect(Collectors.joining(",", "{", "}"));
        return post(JOBS, body(ServiceClient.textDocument("hello"), metadata)).statusCode();
    }

    private JsonNode parameter(String name) {
        for (JsonNode parameter : document.operation("GET", JOBS).get("parameters")) {
            if (name.equals(parameter.path("name").asText())) {
                return parameter;
            }
        }
        throw new AssertionError(name);
    }

    private void assertFits(String method, String path, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(faults(method, path, answer)).as(answer.asString()).isEmpty();
    }

    private void assertRefused(String method, String path, Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(faults(method, path, answer)).as(answer.asString()).isEmpty();
    }

    private List<?> faults(String method, String path, Response answer) {
        return document.faultsOfAnswer(method, path, answer.statusCode(), answer.asString());
    }

    private Response create(String request) {
        return post(JOBS, body(request, "{\"batch_id\":\"batch_001\"}"));
    }

    private static String body(String request, String metadata) {
        return "{\"endpoint\":\"" + PARSE + "\",\"request\":" + request + ",\"metadata\":" + metadata + "}";
    }

    private Response get(String path) {
        return client.call().get(path);
    }

    private Response post(String path, String body) {
        return client.call().body(body).post(path);
    }
}
