package dev.docket.endpoint.noop;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The processor that benchmarks measure the service with. Not for use: its answers say nothing about a document. */
@ConfigMapping(prefix = "docket.bench.noop")
public interface NoopConfig {
    /** Whether {@code docket.processors} may name {@code noop} at all. */
    @WithDefault("false")
    boolean enabled();

    /** How many of its runs one process has at once. At least 1. */
    @WithDefault("2000")
    int concurrency();
}
