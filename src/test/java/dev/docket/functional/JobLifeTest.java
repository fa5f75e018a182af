package dev.docket.functional;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.docket.PostgresResource;
import dev.docket.ServiceClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class JobLifeTest {
    private final ServiceClient client = ServiceClient.ofNewOrganization();

    @Test
    void a_text_goes_through_create_poll_and_retrieve() {
        String id = client.create("/v1/documents/parse", ServiceClient.textDocument("hello world"))
                .path("id");

        client.untilFinal(id).statusCode(200).body("status", equalTo("completed"));

        client.get("/v1/jobs/" + id)
                .statusCode(200)
                .body("response.status_code", equalTo(200))
                .body("response.body.text", equalTo("hello world"))
                .body("error", nullValue());
    }
}
