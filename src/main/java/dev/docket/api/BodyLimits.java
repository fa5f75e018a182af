package dev.docket.api;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How much of a request, and of an answer, is held in memory, and for how long. Sizes are written as {@code 32M}. */
@ConfigMapping(prefix = "docket.limits")
public interface BodyLimits {
    /**
     * The largest body of a create call; a larger one is answered 413. {@code quarkus.http.limits.max-body-size} must
     * not be smaller, or it refuses first and with an empty answer.
     */
    @WithDefault("32M")
    MemorySize bodyBytes();

    /** The memory that all bodies being received or stored may hold together. Default: a quarter of the heap. */
    Optional<MemorySize> bodyMemory();

    /** How long a body may wait for its memory before the call is answered 503. */
    @WithDefault("30S")
    Duration bodyWait();

    /** How long a client may pause while it sends a body before the call is answered 408. */
    @WithDefault("60S")
    Duration bodyTimeout();

    /** The bytes of requests and responses after which a page of a list ends early, with {@code has_more} true. */
    @WithDefault("64M")
    MemorySize pageBytes();

    /** The budget in bytes that {@link #bodyMemory()} stands for. */
    default long memoryBudget() {
        return bodyMemory()
                .map(MemorySize::asLongValue)
                .orElse(Runtime.getRuntime().maxMemory() / 4);
    }

    /** The largest body in bytes: one that is over the whole memory budget could never be admitted. */
    default long largestBody() {
        return Math.min(Math.min(bodyBytes().asLongValue(), memoryBudget()), Integer.MAX_VALUE);
    }
}
