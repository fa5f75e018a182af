package dev.docket.contract;

import static dev.docket.contract.ApiDocument.names;
import static dev.docket.contract.ApiDocument.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.PostgresResource;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.RequestSchemas;
import dev.docket.job.JobStatus;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class OpenApiDocumentTest {
    private ApiDocument document;

    @BeforeEach
    void fetch() {
        document = ApiDocument.fetch();
    }

    @Test
    void the_document_says_what_it_describes() {
        assertThat(document.at("/openapi").asText()).startsWith("3.1");
        assertThat(document.at("/info/title").asText()).isEqualTo("Docket");
        assertThat(document.at("/info/version").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(document.at("/info/description").asText()).isNotBlank();
        assertThat(document.at("/info/license/name").asText()).isNotBlank();
        assertThat(document.at("/servers"))
                .singleElement()
                .satisfies(server -> assertThat(server.get("url").asText()).isEqualTo("/"));
    }

    @Test
    void every_route_is_there_and_no_other() {
        Map<String, List<String>> routes = new HashMap<>();
        names(document.at("/paths"))
                .forEach(path -> routes.put(path, names(document.at("/paths").get(path))));
        Map<String, List<String>> expected = new HashMap<>(Map.of(
                "/v1/jobs", List.of("get", "post"),
                "/v1/jobs/batch", List.of("post"),
                "/v1/jobs/{job_id}", List.of("get"),
                "/v1/jobs/{job_id}/status", List.of("get"),
                "/v1/jobs/{job_id}/cancel", List.of("post"),
                "/v1/jobs/{job_id}/retry", List.of("post"),
                "/v1/jobs/cancel", List.of("get", "post"),
                "/v1/jobs/cancel/{bulk_cancel_id}", List.of("get"),
                "/v1/jobs/cancel/{bulk_cancel_id}/outcomes", List.of("get")));
        expected.putAll(Map.of(
                "/v1/projects", List.of("get", "post"),
                "/v1/projects/{project_id}", List.of("get", "delete", "patch"),
                "/v1/projects/{project_id}/publish", List.of("post"),
                "/v1/documents/extractions", List.of("post"),
                "/v1/projects/extract/{project_id}", List.of("post"),
                "/v1/projects/extract/{project_id}/{iteration_id}", List.of("post")));
        expected.putAll(Map.of(
                "/v1/edit/templates", List.of("get", "post"),
                "/v1/edit/templates/{template_id}", List.of("get", "delete", "patch"),
                "/v1/edit/templates/{template_id}/duplicate", List.of("post")));
        Stream.of(Endpoint.values()).forEach(endpoint -> expected.put(endpoint.path(), List.of("post")));
        assertThat(routes).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/jobs, createJob, 200 400 401 404 408 409 413 422 429 500 503",
        "POST, /v1/jobs/batch, createJobs, 200 400 401 408 413 422 500 503",
        "GET, /v1/jobs, listJobs, 200 400 401 422 500 503",
        "GET, /v1/jobs/{job_id}, retrieveJob, 200 400 401 404 422 500 503",
        "GET, /v1/jobs/{job_id}/status, retrieveJobStatus, 200 401 404 500 503",
        "POST, /v1/jobs/{job_id}/cancel, cancelJob, 200 400 401 404 408 409 413 422 500 503",
        "POST, /v1/jobs/{job_id}/retry, retryJob, 200 400 401 404 408 413 422 429 500 503",
        "POST, /v1/jobs/cancel, cancelJobs, 200 202 400 401 408 409 413 422 429 500 503",
        "GET, /v1/jobs/cancel, listBulkCancels, 200 400 401 422 500 503",
        "GET, /v1/jobs/cancel/{bulk_cancel_id}, retrieveBulkCancel, 200 401 404 500 503",
        "GET, /v1/jobs/cancel/{bulk_cancel_id}/outcomes, listBulkCancelOutcomes, 200 400 401 404 422 500 503",
        "POST, /v1/projects, createProject, 200 400 401 408 409 413 422 500 503",
        "GET, /v1/projects, listProjects, 200 400 401 422 500 503",
        "GET, /v1/projects/{project_id}, retrieveProject, 200 401 404 500 503",
        "PATCH, /v1/projects/{project_id}, changeProject, 200 400 401 404 408 413 422 500 503",
        "DELETE, /v1/projects/{project_id}, deleteProject, 200 401 404 500 503",
        "POST, /v1/projects/{project_id}/publish, publishProject, 200 400 401 404 408 413 422 500 503",
        "POST, /v1/edit/templates, createTemplate, 200 400 401 408 409 413 422 500 503",
        "GET, /v1/edit/templates, listTemplates, 200 400 401 422 500 503",
        "GET, /v1/edit/templates/{template_id}, retrieveTemplate, 200 401 404 500 503",
        "PATCH, /v1/edit/templates/{template_id}, changeTemplate, 200 400 401 404 408 413 422 500 503",
        "POST, /v1/edit/templates/{template_id}/duplicate, duplicateTemplate,"
                + " 200 400 401 404 408 409 413 422 500 503",
        "DELETE, /v1/edit/templates/{template_id}, deleteTemplate, 200 401 404 500 503",
        "POST, /v1/projects/extract/{project_id}, extractInProject,"
                + " 200 400 401 404 408 409 413 415 422 429 500 503 504"
    })
    void every_answer_of_a_route_is_described(String method, String path, String id, String statuses) {
        JsonNode operation = document.operation(method, path);
        assertThat(operation.get("operationId").asText()).isEqualTo(id);
        assertThat(operation.get("summary").asText()).isNotBlank();
        assertThat(operation.get("description").asText()).isNotBlank();
        assertThat(names(operation.get("responses"))).containsExactly(statuses.split(" "));
        assertThat(operation.get("responses")).allSatisfy(answer -> {
            assertThat(answer.get("description").asText()).isNotBlank();
            assertThat(answer.at("/content/application~1json/schema/$ref").asText())
                    .isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/jobs, include_request include_response Idempotency-Key access_token",
        "POST, /v1/jobs/batch, access_token",
        "GET, /v1/jobs/{job_id}, job_id include_request include_response access_token",
        "GET, /v1/jobs/{job_id}/status, job_id access_token",
        "POST, /v1/jobs/{job_id}/cancel, job_id include_request include_response Idempotency-Key access_token",
        "POST, /v1/jobs/{job_id}/retry, job_id include_request include_response Idempotency-Key access_token",
        "POST, /v1/jobs/cancel, Idempotency-Key access_token",
        "GET, /v1/jobs/cancel, after limit access_token",
        "GET, /v1/jobs/cancel/{bulk_cancel_id}, bulk_cancel_id access_token",
        "GET, /v1/jobs/cancel/{bulk_cancel_id}/outcomes, bulk_cancel_id after limit outcome access_token",
        "GET, /v1/projects, after limit access_token",
        "GET, /v1/edit/templates, after before limit order filename mime_type sort_by include_embeddings access_token",
        "PATCH, /v1/edit/templates/{template_id}, template_id access_token",
        "POST, /v1/edit/templates/{template_id}/duplicate, template_id access_token",
        "PATCH, /v1/projects/{project_id}, project_id access_token",
        "POST, /v1/projects/{project_id}/publish, project_id origin access_token",
        "POST, /v1/projects/extract/{project_id}, project_id Idempotency-Key access_token",
        "POST, /v1/projects/extract/{project_id}/{iteration_id}, project_id iteration_id Idempotency-Key access_token",
        "GET, /v1/jobs, after before limit order status id job_id endpoint source project_id workflow_id"
                + " workflow_node_id workflow_block_id block_id model from_date to_date metadata filename_regex"
                + " filename_contains document_type include_request include_response access_token"
    })
    void every_parameter_of_a_route_is_described(String method, String path, String parameters) {
        List<JsonNode> described = parametersOf(method, path);
        assertThat(described)
                .extracting(parameter -> parameter.get("name").asText())
                .containsExactly(parameters.split(" "));
        assertThat(described).allSatisfy(parameter -> {
            assertThat(parameter.get("description").asText()).isNotBlank();
            assertThat(parameter.has("schema")).isTrue();
        });
    }

    @Test
    void the_fields_of_a_job_stand_in_the_order_of_the_reference_with_the_later_ones_behind_them() {
        List<String> fields = names(document.at("/components/schemas/Job/properties"));
        assertThat(fields)
                .startsWith(("id object status endpoint request response error created_at started_at completed_at"
                                + " expires_at organization_id metadata cloud_task_name cancelled")
                        .split(" "))
                .endsWith(
                        "cancellation",
                        "attempt_count",
                        "last_attempt_at",
                        "last_failure_code",
                        "warnings",
                        "execution_timeout_seconds",
                        "queue_timeout_seconds")
                .hasSize(22);
        assertThat(texts(document.at("/components/schemas/Job/required"))).isEqualTo(fields.subList(0, 20));
        assertThat(document.at("/components/schemas/Job/properties"))
                .allSatisfy(field -> assertThat(field.has("$ref") || field.has("description"))
                        .isTrue());
    }

    @Test
    void fields_that_may_be_null_say_so() {
        JsonNode fields = document.at("/components/schemas/Job/properties");
        for (String name : "request started_at completed_at metadata cloud_task_name warnings".split(" ")) {
            assertThat(texts(fields.get(name).get("type"))).as(name).contains("null");
        }
        for (String name : "response error cancellation".split(" ")) {
            assertThat(fields.get(name).at("/anyOf/1/type").asText()).as(name).isEqualTo("null");
        }
        assertThat(fields.at("/created_at/type").asText()).isEqualTo("integer");
    }

    @Test
    void the_lists_of_names_are_those_of_the_service() {
        assertThat(texts(document.at("/components/schemas/JobStatus/enum")))
                .isEqualTo(
                        Arrays.stream(JobStatus.values()).map(JobStatus::wire).toList());
        assertThat(texts(document.at("/components/schemas/Endpoint/enum")))
                .isEqualTo(Arrays.stream(Endpoint.values()).map(Endpoint::path).toList());
        assertThat(names(document.at("/components/schemas/CreateJob/discriminator/mapping")))
                .isEqualTo(Arrays.stream(Endpoint.values()).map(Endpoint::path).toList());
    }

    @Test
    void every_endpoint_has_the_request_model_that_it_is_checked_against() {
        for (Endpoint endpoint : Endpoint.values()) {
            String variant = document.at("/components/schemas/CreateJob/discriminator/mapping")
                    .get(endpoint.path())
                    .asText();
            JsonNode request = document.at(variant.substring(1) + "/properties/request");
            assertThat(document.at(variant.substring(1) + "/properties/endpoint/const")
                            .asText())
                    .isEqualTo(endpoint.path());
            assertThat(document.defined(request)).as(endpoint.path()).isEqualTo(modelOf(endpoint));
        }
        assertThat(document.at("/components/schemas/CreateJob/oneOf")).hasSize(Endpoint.values().length);
    }

    @Test
    void both_ways_to_send_the_key_are_described() {
        JsonNode schemes = document.at("/components/securitySchemes");
        assertThat(schemes.at("/ApiKey/in").asText()).isEqualTo("header");
        assertThat(schemes.at("/ApiKey/name").asText()).isEqualTo("Api-Key");
        assertThat(schemes.at("/AccessToken/in").asText()).isEqualTo("query");
        assertThat(schemes.at("/AccessToken/name").asText()).isEqualTo("access_token");
        assertThat(document.at("/security")).hasSize(2);
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(document.holdersOf("$ref")).isNotEmpty().allSatisfy(holder -> {
            String target = document.at(holder + "/$ref").asText();
            assertThat(target).startsWith("#/");
            assertThat(document.at(target.substring(1)).isMissingNode())
                    .as(target)
                    .isFalse();
        });
    }

    @Test
    void every_example_fits_its_schema() {
        List<JsonPointer> examples = document.holdersOf("example");
        assertThat(examples)
                .hasSize(29)
                .allSatisfy(holder -> assertThat(document.faults(holder + "/schema", document.at(holder + "/example")))
                        .as(holder.toString())
                        .isEmpty());
    }

    private List<JsonNode> parametersOf(String method, String path) {
        List<JsonNode> parameters = new ArrayList<>();
        document.operation(method, path).get("parameters").forEach(one -> parameters.add(document.defined(one)));
        return parameters;
    }

    private static JsonNode modelOf(Endpoint endpoint) {
        return ApiDocument.read(Json.encode(RequestSchemas.schema(endpoint)));
    }
}
