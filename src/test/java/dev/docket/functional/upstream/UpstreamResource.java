package dev.docket.functional.upstream;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Hands the parse endpoint of the service under test to a recording upstream, which it gives to the test, and classify
 * to one that is away.
 */
public final class UpstreamResource implements QuarkusTestResourceLifecycleManager {
    static final String KEY = "sk_upstream_secret";

    private final RecordingUpstream upstream = RecordingUpstream.start();
    private final AwayUpstream away = AwayUpstream.reserve();

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
                "/stop/{idempotency_key}",
                "docket.processors.\"/v1/documents/classify\"",
                "upstream:away",
                "docket.upstream.services.away.base-url",
                away.url(),
                "docket.upstream.services.away.concurrency",
                "8");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(upstream, new TestInjector.MatchesType(RecordingUpstream.class));
        injector.injectIntoFields(away, new TestInjector.MatchesType(AwayUpstream.class));
    }

    @Override
    public void stop() {
        upstream.close();
        away.close();
    }
}
