package dev.docket.functional.model;

import dev.docket.functional.upstream.RecordingUpstream;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Has extractions of the service under test answered by a model that the test speaks for. */
public final class ModelResource implements QuarkusTestResourceLifecycleManager {
    static final String KEY = "sk_model_secret";

    private final RecordingUpstream model = RecordingUpstream.start();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "docket.processors.\"/v1/documents/extract\"", "model",
                "docket.processors.\"/v1/projects/extract\"", "model",
                "docket.model.base-url", model.url() + "/v1",
                "docket.model.api-key", KEY,
                "docket.model.small", "tiny-1",
                "docket.model.retries", "0");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(model, new TestInjector.MatchesType(RecordingUpstream.class));
    }

    @Override
    public void stop() {
        model.close();
    }
}
