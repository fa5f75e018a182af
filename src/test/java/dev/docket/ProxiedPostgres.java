package dev.docket;

import dev.docket.start.DatabaseAddress;
import dev.docket.wire.CuttingProxy;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Gives a {@code @QuarkusTest} the shared server behind a proxy, which the test gets as a field of its own. */
public final class ProxiedPostgres implements QuarkusTestResourceLifecycleManager {
    private CuttingProxy proxy;

    @Override
    public Map<String, String> start() {
        DatabaseAddress server = TestPostgres.shared();
        proxy = CuttingProxy.before(server.place());
        String database = server.place().substring(server.place().indexOf('/'));
        Map<String, String> properties = new HashMap<>(server.quarkusProperties());
        properties.put("quarkus.datasource.reactive.url", "postgresql://" + proxy.place() + database);
        return properties;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(proxy, new TestInjector.MatchesType(CuttingProxy.class));
    }

    @Override
    public void stop() {
        proxy.close();
    }
}
