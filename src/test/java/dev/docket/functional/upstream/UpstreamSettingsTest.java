package dev.docket.functional.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Processor;
import dev.docket.endpoint.ProcessorMisconfigured;
import dev.docket.endpoint.Processors;
import dev.docket.endpoint.upstream.UpstreamConfig;
import dev.docket.endpoint.upstream.UpstreamProcessors;
import dev.docket.functional.executor.GateProcessor;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.EnvConfigSource;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which service an endpoint is handed to, and which settings stop the start. */
class UpstreamSettingsTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final String SECRET = "sk_never_shown";

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void an_endpoint_has_the_service_that_is_named_for_it() {
        Processors processors = processors(
                Map.of(
                        "/v1/documents/extract",
                        "upstream",
                        "/v1/documents/parse",
                        "upstream:acme",
                        "/v1/documents/split",
                        "upstream:acme"),
                "base-url",
                "http://localhost:1",
                "services.acme.base-url",
                "http://localhost:2",
                "services.acme.concurrency",
                "3");

        Processor extract = processors.of(Endpoint.DOCUMENTS_EXTRACT).orElseThrow();
        Processor parse = processors.of(Endpoint.DOCUMENTS_PARSE).orElseThrow();
        assertThat(extract.concurrency()).isEqualTo(16);
        assertThat(parse.concurrency()).isEqualTo(3);
        assertThat(processors.of(Endpoint.DOCUMENTS_SPLIT)).containsSame(parse);
        assertThat(processors.inUse()).contains(extract, parse);
    }

    @Test
    void an_endpoint_that_is_not_named_is_never_forwarded() {
        Processors processors = processors(Map.of(), "base-url", "http://localhost:1");

        assertThat(processors.of(Endpoint.DOCUMENTS_EXTRACT)).isEmpty();
        assertThat(processors.of(Endpoint.EDIT_TEMPLATES_GENERATE))
                .get()
                .extracting(Processor::name)
                .isEqualTo("gate");
    }

    @Test
    void an_unknown_name_is_answered_with_those_that_are_known() {
        assertThatThrownBy(() -> processors(
                        Map.of("/v1/documents/extract", "upstraem"), "services.acme.base-url", "http://localhost:2"))
                .isInstanceOf(ProcessorMisconfigured.class)
                .hasMessage("docket.processors.\"/v1/documents/extract\" is \"upstraem\", but the processors that can"
                        + " serve it are [none, upstream, upstream:acme, upstream:retab]");
    }

    @Test
    void the_vendor_needs_a_name_and_a_key_alone() {
        Processors processors =
                processors(Map.of("/v1/documents/extract", "upstream:retab"), "services.retab.api-key", SECRET);

        assertThat(processors.of(Endpoint.DOCUMENTS_EXTRACT))
                .get()
                .extracting(Processor::name)
                .isEqualTo("upstream:retab");
    }

    @Test
    void variables_of_the_environment_can_name_a_service() {
        UpstreamConfig config = Forwarding.config(new EnvConfigSource(
                Map.of(
                        "DOCKET_UPSTREAM_BASE_URL", "http://localhost:1",
                        "DOCKET_UPSTREAM_SERVICES_ACME_BASE_URL", "http://localhost:2",
                        "DOCKET_UPSTREAM_SERVICES_ACME_API_KEY", SECRET,
                        "DOCKET_UPSTREAM_SERVICES_ACME_HEADERS", "X-Team: papers,X-Stage: test"),
                300));

        assertThat(config.baseUrl()).contains("http://localhost:1");
        assertThat(config.services().get("acme").baseUrl()).contains("http://localhost:2");
        assertThat(config.services().get("acme").apiKey()).contains(SECRET);
        assertThat(config.services().get("acme").headers()).contains(List.of("X-Team: papers", "X-Stage: test"));
        assertThat(config.services().get("acme").concurrency()).isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            base-url           | ftp://localhost              | docket.upstream.base-url must be like
            base-url           | documents.example.com        | docket.upstream.base-url must be like
            base-url           | http://                      | docket.upstream.base-url is not a URL
            base-url           | http://u:sk_never_shown@host | docket.upstream.base-url must have no user
            base-url           | http://host?k=sk_never_shown | docket.upstream.base-url must have no user
            base-url           | http://host/v1/              | docket.upstream.base-url must not end with /v1
            concurrency        | 0                            | docket.upstream.concurrency must be at least 1
            connect-timeout    | 0S                           | docket.upstream.connect-timeout must be more than nothing
            total-timeout      | 8D                           | docket.upstream.total-timeout must be more than nothing
            max-answer         | 2G                           | docket.upstream.max-answer must be from
            cancel-path        | stop/{job_id}                | docket.upstream.cancel-path must be a path
            cancel-path        | /stop/{job}                  | docket.upstream.cancel-path must be a path
            headers            | X-Team                       | docket.upstream.headers must be a list
            headers            | Host: sk_never_shown         | docket.upstream.headers cannot have Host
            headers            | idempotency-key: 1           | docket.upstream.headers cannot have idempotency-key
            headers            | X-Key: sk_never_shöwn        | docket.upstream.headers must have values
            authorization      | Bearer sk_never_shown        | docket.upstream.api-key and docket.upstream.authorization cannot both
            trust-certificates | pom.xml                      | docket.upstream.trust-certificates must be a PEM file
            trust-certificates | nowhere.pem                  | docket.upstream.trust-certificates must be a PEM file
            """)
    void a_setting_that_cannot_be_followed_stops_the_start(String key, String value, String message) {
        assertThatThrownBy(() -> processors(
                        Map.of("/v1/documents/extract", "upstream"),
                        "base-url",
                        "http://localhost:1",
                        "api-key",
                        SECRET,
                        key,
                        value))
                .isInstanceOf(ProcessorMisconfigured.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("sk_never")
                .hasMessageNotContaining("\n");
    }

    @Test
    void a_key_of_several_lines_stops_the_start_without_being_shown() {
        assertThatThrownBy(() -> processors(
                        Map.of("/v1/documents/extract", "upstream"),
                        "base-url",
                        "http://localhost:1",
                        "api-key",
                        SECRET + "\r\nX-Evil: 1"))
                .isInstanceOf(ProcessorMisconfigured.class)
                .hasMessage("docket.upstream.api-key must have values of printable ASCII characters");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            upstream       | docket.upstream.base-url must be set, because docket.processors names upstream
            upstream:acme  | docket.upstream.services.acme.base-url must be set, because docket.processors names upstream:acme
            upstream:default | docket.processors names upstream:default, but a name has lower-case letters, digits and -, and is not default
            upstream:a/b   | docket.processors names upstream:a/b, but a name has lower-case letters, digits and -, and is not default
            upstream:retab | docket.upstream.services.retab.api-key must be set: the key of an account at Retab
            """)
    void a_service_that_is_named_must_be_configured(String name, String message) {
        assertThatThrownBy(() -> processors(Map.of("/v1/documents/extract", name)))
                .isInstanceOf(ProcessorMisconfigured.class)
                .hasMessage(message);
    }

    @Test
    void what_is_not_used_is_not_looked_at() {
        assertThat(processors(Map.of(), "base-url", "ftp://nowhere", "services.acme.concurrency", "0")
                        .of(Endpoint.DOCUMENTS_EXTRACT))
                .isEmpty();
    }

    private static Processors processors(Map<String, String> byPath, String... settings) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            all.put("docket.upstream." + settings[i], settings[i + 1]);
        }
        UpstreamProcessors family = new UpstreamProcessors(Forwarding.config(all), VERTX, new SimpleMeterRegistry());
        return new Processors(
                List.of(new GateProcessor()), List.of(family), (organization, project) -> null, () -> byPath);
    }
}
