package dev.docket.endpoint;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** Which processor answers which endpoint. */
@ConfigMapping(prefix = "docket")
public interface ProcessorsConfig {
    /**
     * The name of a processor by the path of an endpoint, for example {@code
     * docket.processors."/v1/documents/parse"=local}, or as an environment variable {@code
     * DOCKET_PROCESSORS__V1_DOCUMENTS_PARSE_=local}. An endpoint that is not named here is served by the first
     * processor that can answer it; {@code none} switches an endpoint off. {@code upstream} and {@code
     * upstream:<name>} forward to the services of {@code docket.upstream}, and are never chosen unless named. An unknown name, an unknown path or a
     * processor that cannot answer the endpoint stops the start.
     */
    Map<String, String> processors();
}
