package dev.docket.functional.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Processor;
import dev.docket.endpoint.ProcessorMisconfigured;
import dev.docket.endpoint.document.DocumentLimits;
import dev.docket.endpoint.model.ModelConfig;
import dev.docket.endpoint.model.ModelProcessors;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelSettingsTest {
    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @ParameterizedTest
    @CsvSource({
        "base-url, '', docket.model.base-url must be set",
        "base-url, models, docket.model.base-url must be like",
        "base-url, ftp://models, docket.model.base-url must be like",
        "base-url, http://sk_never@models, docket.model.base-url must be like",
        "base-url, http://models/v1?key=sk_never, docket.model.base-url must be like",
        "base-url, http://mod els, docket.model.base-url is not a URL",
        "small, '', docket.model.small must be set",
        "concurrency, 0, docket.model.concurrency is too small",
        "max-images, 0, docket.model.max-images is too small",
        "repairs, -1, docket.model.repairs is too small",
        "max-tokens, 0, docket.model.max-tokens is too small",
        "idle-timeout, 0S, docket.model.idle-timeout must be",
        "total-timeout, 8D, docket.model.total-timeout must be",
        "max-answer, 1G, docket.model.max-answer must be"
    })
    void a_setting_that_cannot_be_followed_is_named_without_a_secret(String key, String value, String message) {
        assertThatThrownBy(() -> member(key, value))
                .isInstanceOf(ProcessorMisconfigured.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("sk_never");
    }

    @Test
    void there_is_one_model_service() {
        ModelProcessors processors = processors(settings());

        Processor model = processors.member("");

        assertThat(processors.member("")).isSameAs(model);
        assertThat(model.concurrency()).isEqualTo(8);
        assertThat(model.serves(Endpoint.DOCUMENTS_EXTRACT)).isTrue();
        assertThat(model.serves(Endpoint.EDIT_AGENT_FILL)).isFalse();
        assertThatThrownBy(() -> processors.member("other")).isInstanceOf(ProcessorMisconfigured.class);
        processors.close();
    }

    private static Processor member(String key, String value) {
        Map<String, String> settings = settings();
        settings.put("docket.model." + key, value);
        return processors(settings).member("");
    }

    private static Map<String, String> settings() {
        return new HashMap<>(Map.of("docket.model.base-url", "http://models/v1", "docket.model.small", "tiny"));
    }

    private static ModelProcessors processors(Map<String, String> settings) {
        SmallRyeConfig config = Asking.config(settings);
        return new ModelProcessors(
                config.getConfigMapping(ModelConfig.class),
                config.getConfigMapping(DocumentLimits.class),
                VERTX,
                new SimpleMeterRegistry());
    }
}
