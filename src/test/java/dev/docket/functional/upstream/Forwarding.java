package dev.docket.functional.upstream;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.AnswerSink;
import dev.docket.endpoint.Assignment;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.HeldAnswer;
import dev.docket.endpoint.Processor;
import dev.docket.endpoint.Work;
import dev.docket.endpoint.upstream.UpstreamConfig;
import dev.docket.endpoint.upstream.UpstreamProcessors;
import dev.docket.job.JobId;
import dev.docket.job.Payload;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The upstream processor with settings of the test's own, without the rest of the service around it. */
final class Forwarding implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final UpstreamProcessors processors;

    private Forwarding(Map<String, String> settings) {
        processors = new UpstreamProcessors(config(settings), vertx, registry);
    }

    /** Settings are keys under {@code docket.upstream.} and their values, one after the other. */
    static Forwarding to(RecordingUpstream upstream, String... settings) {
        return to(upstream.url(), settings);
    }

    static Forwarding to(String url, String... settings) {
        Map<String, String> all = new HashMap<>();
        all.put("docket.upstream.base-url", url);
        for (int i = 0; i < settings.length; i += 2) {
            all.put("docket.upstream." + settings[i], settings[i + 1]);
        }
        return new Forwarding(all);
    }

    static UpstreamConfig config(Map<String, String> settings) {
        return config(new PropertiesConfigSource(settings, "test", 100));
    }

    static UpstreamConfig config(ConfigSource settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withMapping(UpstreamConfig.class)
                .withSources(settings)
                .build()
                .getConfigMapping(UpstreamConfig.class);
    }

    Processor processor() {
        return processors.member("");
    }

    UpstreamProcessors processors() {
        return processors;
    }

    SimpleMeterRegistry meters() {
        return registry;
    }

    Work start(String request) {
        return start(request.getBytes(StandardCharsets.UTF_8), new HeldAnswer());
    }

    Work start(byte[] request, AnswerSink sink) {
        return start(new Assignment("org", JobId.fresh(), Endpoint.DOCUMENTS_EXTRACT, 0, 1, Payload.of(request), sink));
    }

    Work start(Assignment assignment) {
        return processor().start(assignment);
    }

    Answer answer(String request) {
        return answer(start(request));
    }

    static Answer answer(Work work) {
        return work.answer().await().atMost(PATIENCE);
    }

    static void awaitStopped(Work work) {
        work.stopped().await().atMost(PATIENCE);
    }

    @Override
    public void close() {
        processors.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
