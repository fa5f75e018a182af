package dev.docket.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How far a list looks for jobs that fit its filter before it answers with what it has found. */
@ConfigMapping(prefix = "docket.list")
public interface ListConfig {
    /**
     * How many jobs one statement looks at, one after the other in the order of creation; a tenth of it where their rows
     * do not lie beside each other. Where a call may have several, the first looks at a tenth, and each further one at
     * twice as many as the one before. At least 1.
     */
    @WithDefault("5000")
    int rows();

    /**
     * How long a list goes on with further statements while its page is not full. It is then answered with what it has
     * found, which may be nothing, with {@code has_more} true and a cursor that goes on behind the last job that was
     * looked at. {@code 0S} for one statement a call.
     */
    @WithDefault("0.02S")
    Duration patience();
}
