package dev.docket.functional.upstream;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Hands the parse endpoint of the service under test to a recording upstream, which it gives to the test. */
public final class UpstreamResource implements QuarkusTestResourceLifecycleManager {
    static final String KEY = "sk_upstream_secret";

    private final RecordingUpstream upstream = RecordingUpstream.start();

    @Override
    public Map<String, String> start() {
        String service = "docket.upstream.services.recorded.";
        return Map.of(
                "docket.processors.\"/v1/documents/parse\"",
                "upstream:recorded",
                service + "base-url",
                upstream.url(),
                service + "api-key",
                KEY,
                service + "concurrency",
                "8",
                service + "cancel-path",
                "/stop/{idempotency_key}");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(upstream, new TestInjector.MatchesType(RecordingUpstream.class));
    }

    @Override
    public void stop() {
        upstream.close();
    }
}
