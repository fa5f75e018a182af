package dev.docket.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where traces go. */
@ConfigMapping(prefix = "docket.traces")
public interface TracesConfig {
    /**
     * The address of a receiver of OTLP over HTTP, as {@code http://collector:4318}; {@code /v1/traces} is added. No
     * traces are made without it.
     */
    Optional<String> endpoint();

    /**
     * Which part of the calls that no other trace leads to is traced, from 0 to 1. A call with a {@code traceparent} is
     * traced if that says so, and a run if the creation of its job was.
     */
    @WithDefault("1")
    double ratio();
}
