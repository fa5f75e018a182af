package dev.docket.observed;

import static dev.docket.observed.TraceReceiver.attribute;
import static dev.docket.observed.TraceReceiver.idOf;
import static dev.docket.observed.TraceReceiver.traceOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.chaos.ServiceProcess;
import dev.docket.functional.upstream.Behaviour;
import dev.docket.functional.upstream.RecordingUpstream;
import dev.docket.shipping.Queries;
import io.opentelemetry.proto.trace.v1.Span;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of the packaged service: its log as JSON, its traces, and its metrics tied to them. */
@TestInstance(Lifecycle.PER_CLASS)
class ObservedIT {
    private static final String DOCUMENT = "d2hhdCBub2JvZHkgbWF5IHNlZQ==";
    private static final String CALLER = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CATEGORIES = ",\"categories\":[{\"name\":\"a\",\"description\":\"b\"}]";
    private static final String BODY = """
            {"endpoint":"%s","request":{"document":{"filename":"secret.txt","url":"data:text/plain;base64,%s"}%s},
             "metadata":{"batch":"hidden"}}
            """;

    @TempDir
    static Path directory;

    private final TraceReceiver traces = new TraceReceiver();
    private final RecordingUpstream upstream = RecordingUpstream.start();
    private ServiceProcess service;

    @BeforeAll
    void start_the_service() {
        service = ServiceProcess.start(
                directory,
                Map.of(
                        "DOCKET_TRACES_ENDPOINT",
                        traces.url(),
                        "DOCKET_PROCESSORS__V1_DOCUMENTS_CLASSIFY_",
                        "upstream",
                        "DOCKET_UPSTREAM_BASE_URL",
                        upstream.url(),
                        "DOCKET_UPSTREAM_API_KEY",
                        "sk_upstream_that_nobody_may_see",
                        "QUARKUS_OTEL_BSP_SCHEDULE_DELAY",
                        "0.2S",
                        "DOCKET_EXECUTOR_DRAIN",
                        "1S",
                        "QUARKUS_LOG_CONSOLE_JSON_ENABLED",
                        "true",
                        "QUARKUS_LOG_CATEGORY__DEV_DOCKET__LEVEL",
                        "DEBUG"),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1");
    }

    @AfterAll
    void stop_all() {
        service.close();
        upstream.close();
        traces.close();
    }

    @Test
    void a_job_is_traced_from_its_creation_to_the_service_that_does_it() {
        String job = create("/v1/documents/parse", "");
        Span run = runOf(job);
        Span created =
                traces.await(span -> span.getSpanId().equals(run.getLinks(0).getSpanId()));
        Span settled = traces.await(span -> span.getParentSpanId().equals(run.getSpanId()));

        assertThat(created.getName()).isEqualTo("POST /v1/jobs");
        assertThat(traceOf(created)).as("the caller's trace goes on").isEqualTo(CALLER);
        assertThat(created.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
        assertThat(attribute(created, "http.response.status_code")).isEqualTo("200");
        assertThat(run.getParentSpanId()).as("a trace of its own").isEmpty();
        assertThat(traceOf(run)).isNotEqualTo(CALLER);
        assertThat(run.getLinksList()).hasSize(1);
        assertThat(run.getLinks(0).getTraceId()).isEqualTo(created.getTraceId());
        assertThat(attribute(run, "docket.status")).isEqualTo("completed");
        assertThat(settled.getName()).isEqualTo("settle");
        assertNothingSecret();
    }

    @Test
    void another_service_is_told_what_its_work_is_a_part_of() {
        upstream.does(Behaviour.replying(422, "{\"detail\":\"no\"}"));
        String job = create("/v1/documents/classify", CATEGORIES);
        Span run = runOf(job);
        Span call = traces.await(span -> span.getKind() == Span.SpanKind.SPAN_KIND_CLIENT
                && span.getParentSpanId().equals(run.getSpanId()));

        assertThat(call.getTraceId()).isEqualTo(run.getTraceId());
        assertThat(attribute(call, "http.response.status_code")).isEqualTo("422");
        assertThat(attribute(run, "docket.status")).isEqualTo("failed");
        assertThat(upstream.next(job).header("traceparent"))
                .isEqualTo("00-" + traceOf(call) + "-" + idOf(call) + "-01");
        assertNothingSecret();
    }

    @Test
    void every_line_about_a_job_is_json_that_says_which() {
        String job = create("/v1/documents/parse", "");
        Span run = runOf(job);
        List<JsonObject> lines = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> linesAbout(job), found -> !found.isEmpty());

        assertThat(lines).allSatisfy(line -> {
            JsonObject fields = line.getJsonObject("mdc");
            assertThat(fields.getString("jobId")).isEqualTo(job);
            assertThat(fields.getString("organizationId")).isEqualTo("org_default");
            assertThat(fields.getString("traceId")).isEqualTo(traceOf(run));
        });
        assertNothingSecret();
    }

    @Test
    void a_line_on_behalf_of_a_call_says_whose_call_it_was() {
        String job = create("/v1/documents/parse", "");
        runOf(job);
        HttpResponse<String> refused = service.post("/v1/jobs/" + job + "/retry", "{}");
        List<JsonObject> lines = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> lines().stream()
                                .filter(line -> line.getString("message").contains("is answered"))
                                .toList(),
                        found -> !found.isEmpty());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(lines).anySatisfy(line -> {
            JsonObject fields = line.getJsonObject("mdc");
            assertThat(fields.getString("requestId"))
                    .isEqualTo(refused.headers().firstValue("x-request-id").orElseThrow());
            assertThat(fields.getString("jobId")).isEqualTo(job);
            assertThat(fields.getString("organizationId")).isEqualTo("org_default");
            assertThat(fields.getString("traceId")).matches("[0-9a-f]{32}");
        });
    }

    @Test
    void a_metric_leads_to_a_trace() {
        runOf(create("/v1/documents/parse", ""));
        String exemplar = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(this::exemplars, found -> !found.isEmpty())
                .get(0);

        assertThat(traces.await(span -> exemplar.contains("trace_id=\"" + traceOf(span) + "\"")
                                && exemplar.contains("span_id=\"" + idOf(span) + "\""))
                        .getName())
                .startsWith("run /v1/documents/");
    }

    private List<String> exemplars() {
        return service.get("/q/metrics", "Accept", "application/openmetrics-text; version=1.0.0; charset=utf-8")
                .body()
                .lines()
                .filter(line -> line.startsWith("docket_run_seconds_bucket") && line.contains("trace_id"))
                .toList();
    }

    @Test
    void every_metric_that_is_asked_for_is_there_once_there_was_something_to_count() {
        create("/v1/documents/parse", "");
        upstream.does(Behaviour.replying(422, "{\"detail\":\"no\"}"));
        upstream.next(create("/v1/documents/classify", CATEGORIES));
        upstream.does(Behaviour.holding());
        String cancelled = create("/v1/documents/classify", CATEGORIES);
        upstream.next(cancelled);
        assertThat(service.post("/v1/jobs/" + cancelled + "/cancel", "").statusCode())
                .isEqualTo(200);

        // What stands still is read now and then only: this one goes on until then.
        create("/v1/documents/classify", CATEGORIES);
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(scraped()).containsAll(Queries.metrics()));
    }

    private Set<String> scraped() {
        return service.get("/q/metrics")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
    }

    private String create(String endpoint, String more) {
        HttpResponse<String> answer = service.post(
                "/v1/jobs?access_token=" + ServiceProcess.KEY,
                BODY.formatted(endpoint, DOCUMENT, more),
                "traceparent",
                "00-" + CALLER + "-00f067aa0ba902b7-01");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body()).getString("id");
    }

    private Span runOf(String job) {
        return traces.await(span -> attribute(span, "docket.job_id").equals(job));
    }

    private List<JsonObject> lines() {
        return service.log().lines().map(JsonObject::new).toList();
    }

    private List<JsonObject> linesAbout(String job) {
        return lines().stream()
                .filter(line -> line.getString("message").contains(job))
                .toList();
    }

    private void assertNothingSecret() {
        String told = traces.spans() + service.log();
        assertThat(told)
                .doesNotContain(ServiceProcess.KEY, DOCUMENT, "what nobody may see", "secret.txt", "hidden")
                .doesNotContain("sk_upstream_that_nobody_may_see", "access_token");
        assertThat(traces.spans())
                .allSatisfy(span -> assertThat(span.getAttributesList())
                        .allSatisfy(attribute -> assertThat(attribute.getValue().getStringValue())
                                .hasSizeLessThan(200)
                                .doesNotContainPattern(Pattern.compile("sk_"))));
    }
}
