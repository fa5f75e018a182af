package dev.docket.endpoint.upstream;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/**
 * The services that jobs can be forwarded to. The keys that stand right under the prefix are those of the service that
 * {@code docket.processors} calls {@code upstream}.
 */
@ConfigMapping(prefix = "docket.upstream")
public interface UpstreamConfig extends ServiceConfig {
    /**
     * Further services by name (lower-case letters, digits and {@code -}), each with all of the keys above and none of
     * its values inherited. {@code docket.processors} calls them {@code upstream:<name>}.
     */
    Map<String, ServiceConfig> services();
}
