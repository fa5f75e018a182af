package dev.docket.functional.upstream;

import static java.util.Map.entry;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Hands the parse endpoint of the service under test to a recording upstream, which it gives to the test, classify to one
 * that is away, and fill to one that is gone for good.
 */
public final class UpstreamResource implements QuarkusTestResourceLifecycleManager {
    static final String KEY = "sk_upstream_secret";

    private final RecordingUpstream upstream = RecordingUpstream.start();
    private final AwayUpstream away = AwayUpstream.reserve();
    private final AwayUpstream gone = AwayUpstream.reserve();

    @Override
    public Map<String, String> start() {
        String service = "docket.upstream.services.recorded.";
        return Map.ofEntries(
                entry("docket.processors.\"/v1/documents/parse\"", "upstream:recorded"),
                entry(service + "base-url", upstream.url()),
                entry(service + "api-key", KEY),
                entry(service + "concurrency", "8"),
                entry(service + "cancel-path", "/stop/{idempotency_key}"),
                entry("docket.processors.\"/v1/documents/classify\"", "upstream:away"),
                entry("docket.upstream.services.away.base-url", away.url()),
                entry("docket.upstream.services.away.concurrency", "8"),
                entry("docket.processors.\"/v1/edit/agent/fill\"", "upstream:gone"),
                entry("docket.upstream.services.gone.base-url", gone.url()));
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
        gone.close();
    }
}
