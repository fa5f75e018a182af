package dev.docket;

import static io.restassured.RestAssured.given;

import dev.docket.tenant.KeyMaterial;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.awaitility.Awaitility;

/** A client of the service under test, with an organization and a key of its own. */
public final class ServiceClient {
    private static final Set<String> FINAL = Set.of("completed", "failed", "cancelled", "expired");

    private final String organization;
    private final String key;

    private ServiceClient(String organization, String key) {
        this.organization = organization;
        this.key = key;
    }

    public static ServiceClient ofNewOrganization() {
        KeyMaterial key = KeyMaterial.fresh();
        String organization = "org_" + key.text().substring(20, 32).replaceAll("[^A-Za-z0-9]", "x");
        JobRows.change("insert into organization (id, name) values (?, ?)", organization, organization);
        JobRows.change(
                "insert into api_key (id, organization_id, hash, hint) values (?, ?, ?, ?)",
                "key_" + organization,
                organization,
                key.hash(),
                key.hint());
        return new ServiceClient(organization, key.text());
    }

    public String organization() {
        return organization;
    }

    public String key() {
        return key;
    }

    public RequestSpecification call() {
        return given().header("Api-Key", key).contentType("application/json");
    }

    public Response create(String endpoint, String request) {
        return create(endpoint, request, null);
    }

    public Response create(String endpoint, String request, String metadata) {
        String body = "{\"endpoint\":\"" + endpoint + "\",\"request\":" + request
                + (metadata == null ? "" : ",\"metadata\":" + metadata) + "}";
        return call().body(body)
                .post("/v1/jobs")
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    public ValidatableResponse get(String path) {
        return call().get(path).then();
    }

    public ValidatableResponse post(String path) {
        return call().post(path).then();
    }

    /** Polls as a client does until the job has ended. */
    public ValidatableResponse untilFinal(String id) {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> get("/v1/jobs/" + id + "/status"),
                        response -> FINAL.contains(response.extract().<String>path("status")));
    }

    /** The request of a parse of a plain text. */
    public static String textDocument(String text) {
        String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return "{\"document\":{\"filename\":\"note.txt\",\"url\":\"data:text/plain;base64," + base64 + "\"}}";
    }
}
