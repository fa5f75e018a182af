package dev.docket.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The calls that answer directly: each is a job that its caller waits for. */
@ConfigMapping(prefix = "docket.direct")
public interface DirectConfig {
    /**
     * The longest wait for an answer, time in the queue included. Past it the job is cancelled and the call is answered
     * 504. A call may shorten it with {@code Prefer: wait=seconds}.
     */
    @WithDefault("5M")
    Duration patience();

    /** From a direct call to the {@code expires_at} of its job. At least a minute. */
    @WithDefault("1H")
    Duration lifetime();
}
