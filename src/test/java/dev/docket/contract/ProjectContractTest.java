package dev.docket.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.PostgresResource;
import dev.docket.functional.project.LocalProjects;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Projects as the clients of one organization make, read, change, publish and delete them. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(LocalProjects.class)
class ProjectContractTest {
    private static final String PROJECTS = "/v1/projects";
    private static final String UNKNOWN = "proj_V1StGXR8_Z5jdHi6B-myT";
    private static final String SCHEMA =
            "{\"type\":\"object\",\"properties\":{\"total\":{\"type\":[\"number\",\"null\"]}}}";

    @TestHTTPResource
    URI base;

    private JobApi api;

    @BeforeEach
    void have_an_organization() {
        api = new JobApi(base);
    }

    @Test
    void a_new_project_shows_its_draft_in_both_configurations_until_it_is_published() {
        JsonObject project = create("{\"name\":\"Invoices\",\"json_schema\":" + SCHEMA
                + ",\"inference_settings\":{\"model\":\"retab-large\",\"n_consensus\":3}}");

        assertThat(project.getString("id")).matches("proj_[A-Za-z0-9_-]{21}");
        assertThat(project.getString("name")).isEqualTo("Invoices");
        assertThat(project.getBoolean("is_published")).isFalse();
        assertThat(project.getString("organization_id")).isEqualTo(api.organization());
        JsonObject draft = project.getJsonObject("draft_config");
        assertThat(draft.getJsonObject("json_schema")).isEqualTo(new JsonObject(SCHEMA));
        assertThat(draft.getJsonObject("inference_settings").getString("model")).isEqualTo("retab-large");
        assertThat(draft.getJsonObject("inference_settings").getInteger("n_consensus"))
                .isEqualTo(3);
        assertThat(draft.getJsonObject("inference_settings").getInteger("image_resolution_dpi"))
                .isEqualTo(192);
        JsonObject published = project.getJsonObject("published_config");
        assertThat(published.remove("origin")).isEqualTo("manual");
        assertThat(published).isEqualTo(draft);
        assertThat(JobApi.okay(api.get(PROJECTS + "/" + project.getString("id"))))
                .isEqualTo(JobApi.okay(api.get(PROJECTS + "/" + project.getString("id"))));
    }

    @Test
    void a_change_touches_what_it_names_and_what_is_published_stays_until_the_next_time() {
        String id = create("{\"name\":\"A\",\"json_schema\":" + SCHEMA + "}").getString("id");
        JobApi.okay(api.post(PROJECTS + "/" + id + "/publish?origin=first"));

        JsonObject changed = patch(id, "{\"draft_config\":{\"json_schema\":{\"type\":\"object\",\"title\":\"new\"}}}");

        assertThat(changed.getString("name")).isEqualTo("A");
        assertThat(changed.getBoolean("is_published")).isTrue();
        assertThat(schema(changed, "draft_config").getString("title")).isEqualTo("new");
        assertThat(schema(changed, "published_config")).isEqualTo(new JsonObject(SCHEMA));
        assertThat(changed.getJsonObject("published_config").getString("origin"))
                .isEqualTo("first");

        JsonObject published = JobApi.okay(api.post(PROJECTS + "/" + id + "/publish"));
        assertThat(schema(published, "published_config").getString("title")).isEqualTo("new");
        assertThat(published.getJsonObject("published_config").getString("origin"))
                .isEqualTo("manual");
        assertThat(patch(id, "{\"name\":\"B\"}").getString("name")).isEqualTo("B");
    }

    @Test
    void a_deleted_project_is_gone_and_cannot_be_deleted_again() {
        String id = create("{\"name\":\"A\",\"json_schema\":{}}").getString("id");

        JsonObject deleted = JobApi.okay(api.call("DELETE", PROJECTS + "/" + id));

        assertThat(deleted).isEqualTo(new JsonObject().put("success", true).put("id", id));
        JobApi.refused(api.call("DELETE", PROJECTS + "/" + id), 404, "project_not_found");
        JobApi.refused(api.get(PROJECTS + "/" + id), 404, "project_not_found");
        JobApi.refused(call("PATCH", id, "{\"name\":\"B\"}"), 404, "project_not_found");
        JobApi.refused(api.post(PROJECTS + "/" + id + "/publish"), 404, "project_not_found");
    }

    @Test
    void pages_hold_every_project_once_the_newest_first() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(0, create("{\"name\":\"" + i + "\",\"json_schema\":{}}").getString("id"));
        }

        JsonObject first = JobApi.okay(api.get(PROJECTS + "?limit=3"));
        JsonObject rest = JobApi.okay(api.get(PROJECTS + "?limit=3&after=" + first.getString("last_id")));

        assertThat(JobApi.ids(first)).isEqualTo(made.subList(0, 3));
        assertThat(first.getBoolean("has_more")).isTrue();
        assertThat(first.getJsonObject("list_metadata").getString("after")).isEqualTo(made.get(2));
        assertThat(JobApi.ids(rest)).isEqualTo(made.subList(3, 5));
        assertThat(rest.getBoolean("has_more")).isFalse();
        assertThat(new JobApi(base).get(PROJECTS).body()).contains("\"data\":[]");
        for (String query : List.of("limit=0", "limit=101", "after=x", "after=" + UNKNOWN, "name=x")) {
            JobApi.refused(api.get(PROJECTS + "?" + query), 422, "invalid_request");
        }
    }

    @Test
    void another_organizations_project_is_not_there() {
        String id = create("{\"name\":\"A\",\"json_schema\":{}}").getString("id");
        JobApi stranger = new JobApi(base);

        JobApi.refused(stranger.get(PROJECTS + "/" + id), 404, "project_not_found");
        JobApi.refused(stranger.call("DELETE", PROJECTS + "/" + id), 404, "project_not_found");
        JobApi.refused(stranger.post(PROJECTS + "/" + id + "/publish"), 404, "project_not_found");
        JobApi.refused(stranger.get(PROJECTS + "?after=" + id), 422, "invalid_request");
        JobApi.refused(new Calls(base).get(PROJECTS), 401, "unauthorized");
        JobApi.okay(api.get(PROJECTS + "/" + id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "proj_", "proj_1", "job_V1StGXR8_Z5jdHi6B-myT", "%00", UNKNOWN})
    void an_odd_id_is_404(String id) {
        JobApi.refused(api.get(PROJECTS + "/" + id), 404, "project_not_found");
        JobApi.refused(api.post(PROJECTS + "/" + id + "/publish"), 404, "project_not_found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":1,\"json_schema\":{}}",
                "{\"name\":\"\",\"json_schema\":{}}",
                "{\"name\":\"a\\u0000b\",\"json_schema\":{}}",
                "{\"name\":\"\\ud800\",\"json_schema\":{}}",
                "{\"name\":\"a\",\"name\":\"b\",\"json_schema\":{}}",
                "{\"name\":\"a\",\"json_schema\":[]}",
                "{\"name\":\"a\",\"json_schema\":{\"$ref\":\"#/nowhere\"}}",
                "{\"name\":\"a\",\"json_schema\":{\"type\":7}}",
                "{\"name\":\"a\",\"json_schema\":{},\"inference_settings\":{\"n_consensus\":0}}",
                "{\"name\":\"a\",\"json_schema\":{},\"inference_settings\":{\"image_resolution_dpi\":12}}",
                "[]"
            })
    void a_project_that_could_not_work_is_refused_when_it_is_made(String body) {
        JobApi.refused(api.postBody(PROJECTS, body), 422, "invalid_request");
    }

    @Test
    void a_body_that_is_broken_or_too_large_is_refused() {
        JobApi.refused(api.postBody(PROJECTS, "{\"name\":"), 400, "malformed_json");
        String large = "{\"name\":\"a\",\"json_schema\":{\"title\":\"" + "x".repeat(1024 * 1024) + "\"}}";
        JobApi.refused(api.postBody(PROJECTS, large), 413, "payload_too_large");
        String longName = "{\"name\":\"" + "x".repeat(201) + "\",\"json_schema\":{}}";
        JobApi.refused(api.postBody(PROJECTS, longName), 422, "invalid_request");
        String endless = "{\"name\":\"" + "x".repeat(10_000) + "\",\"json_schema\":{}}";
        JobApi.refused(api.postBody(PROJECTS, endless), 422, "invalid_request");
    }

    @Test
    void no_more_projects_are_kept_than_the_limit() {
        for (int i = 0; i < LocalProjects.MOST; i++) {
            create("{\"name\":\"a\",\"json_schema\":{}}");
        }

        JsonObject detail =
                JobApi.refused(api.postBody(PROJECTS, "{\"name\":\"a\",\"json_schema\":{}}"), 409, "projects_quota");

        assertThat(detail.getJsonObject("details").getInteger("limit")).isEqualTo(LocalProjects.MOST);
        String one = JobApi.ids(JobApi.okay(api.get(PROJECTS + "?limit=1"))).get(0);
        JobApi.okay(api.call("DELETE", PROJECTS + "/" + one));
        create("{\"name\":\"a\",\"json_schema\":{}}");
    }

    @Test
    void the_answers_are_as_described() {
        ApiDocument document = ApiDocument.fetch();
        String project =
                create("{\"name\":\"a\",\"json_schema\":" + SCHEMA + "}").encode();

        assertThat(document.faults("/components/schemas/Project", ApiDocument.read(project)))
                .isEmpty();
        assertThat(document.faults(
                        "/components/schemas/ProjectList",
                        ApiDocument.read(api.get(PROJECTS).body())))
                .isEmpty();
        JsonArray data = JobApi.okay(api.get(PROJECTS)).getJsonArray("data");
        assertThat(data).hasSize(1);
    }

    private JsonObject create(String body) {
        return JobApi.okay(api.postBody(PROJECTS, body));
    }

    private JsonObject patch(String id, String body) {
        return JobApi.okay(call("PATCH", id, body));
    }

    private HttpResponse<String> call(String method, String id, String body) {
        return api.callBody(method, PROJECTS + "/" + id, body);
    }

    private static JsonObject schema(JsonObject project, String config) {
        return project.getJsonObject(config).getJsonObject("json_schema");
    }
}
