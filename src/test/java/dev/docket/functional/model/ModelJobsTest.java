package dev.docket.functional.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.docket.JobRows;
import dev.docket.PostgresResource;
import dev.docket.ServiceClient;
import dev.docket.contract.LogCapture;
import dev.docket.functional.upstream.Behaviour;
import dev.docket.functional.upstream.Exchange;
import dev.docket.functional.upstream.RecordingUpstream;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Whole jobs that a model works on. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ModelResource.class)
class ModelJobsTest {
    private static final String EXTRACT = "/v1/documents/extract";
    private static final String SCHEMA = "{'type':'object','properties':{'total':{'type':'number'}}}";

    private final ServiceClient client = ServiceClient.ofNewOrganization();

    RecordingUpstream upstream;

    @Test
    void a_job_ends_with_an_answer_that_every_client_reads() throws IOException {
        upstream.does(FakeModel.says("{\"total\":34.5}"));

        String job = create();

        client.untilFinal(job).body("status", equalTo("completed"));
        JsonNode body = Asking.JSON
                .readTree(client.get("/v1/jobs/" + job).extract().asByteArray())
                .at("/response/body");
        assertThat(body.at("/choices/0/message/parsed/total").doubleValue()).isEqualTo(34.5);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Asking.JSON.readTree(Path.of("src/test/resources/answers/documents-extract.json")
                                .toFile()))
                        .validate(body))
                .isEmpty();
    }

    @Test
    void a_cancel_cuts_the_call_and_says_when_the_work_stopped() {
        upstream.does(Behaviour.holding());
        String job = create();
        Exchange seen = last();
        seen.body();

        client.post("/v1/jobs/" + job + "/cancel").statusCode(200).body("status", equalTo("cancelled"));

        seen.connection().awaitClosed();
        Awaitility.await().until(() -> client.get("/v1/jobs/" + job).extract().path("cancellation.stopped_at") != null);
        client.get("/v1/jobs/" + job)
                .body("status", equalTo("cancelled"))
                .body("response", nullValue())
                .body("cancellation.stopped_at", notNullValue());
    }

    @Test
    void a_service_that_is_too_busy_is_asked_again_after_the_time_it_wants() {
        upstream.does(Behaviour.replying(429, "{}", "Retry-After: 600"));
        String job = create();
        Awaitility.await()
                .until(() -> JobRows.count(
                                "select count(*) from job where id = ? and available_at > now() + interval '590 seconds'",
                                job)
                        == 1);

        upstream.does(FakeModel.says("{\"total\":1}"));
        JobRows.change("update job set available_at = now() where id = ?", job);

        client.untilFinal(job).body("status", equalTo("completed"));
        client.get("/v1/jobs/" + job).body("attempt_count", equalTo(2));
    }

    @Test
    void nothing_of_key_or_document_is_logged_whatever_goes_wrong() {
        LogCapture log = new LogCapture();
        log.start();
        try {
            upstream.does(Behaviour.replying(400, "{\"error\":{\"message\":\"" + ModelResource.KEY + " 34.50\"}}"));
            client.untilFinal(create()).body("status", equalTo("failed"));
            upstream.does(FakeModel.says("Total: 34.50"));
            client.untilFinal(create()).body("status", equalTo("failed"));
            upstream.does(FakeModel.ends("data: {\"Total: 34.50\",\n\n"));
            client.untilFinal(create()).body("status", equalTo("failed"));
        } finally {
            log.stop();
        }

        assertThat(log.lines()).noneMatch(line -> line.contains(ModelResource.KEY) || line.contains("34.50"));
    }

    @Test
    void a_project_gives_its_schema_to_the_model() {
        upstream.does(FakeModel.says("{\"total\":34.5}"));
        String project = client.call()
                .body("{\"name\":\"a\",\"json_schema\":" + Asking.json(SCHEMA) + "}")
                .post("/v1/projects")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        String request = Asking.textRequest().put("project_id", project).toString();

        String job = client.create("/v1/projects/extract", request).path("id");

        client.untilFinal(job).body("status", equalTo("completed"));
        client.get("/v1/jobs/" + job).body("response.body.choices[0].message.parsed.total", equalTo(34.5f));
    }

    private String create() {
        return client.create(EXTRACT, Asking.extraction(SCHEMA).toString()).path("id");
    }

    private Exchange last() {
        return Awaitility.await()
                .until(
                        () -> upstream.exchanges().stream()
                                .filter(exchange -> !exchange.connection().isClosed())
                                .reduce((one, two) -> two)
                                .orElse(null),
                        found -> found != null);
    }
}
