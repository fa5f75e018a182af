package dev.docket.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How far a list looks for jobs that fit its filter before it answers with what it has found. */
@ConfigMapping(prefix = "docket.list")
public interface ListConfig {
    /**
     * How many jobs one statement looks at. A page that is not full by then is answered with {@code has_more} true and
     * a cursor that goes on behind the last of them. At least 1.
     */
    @WithDefault("10000")
    int rows();

    /**
     * How long a list that has found nothing yet goes on to the next {@link #rows()} in the same call, before it is
     * answered with an empty page and such a cursor; {@code 0S} for not at all.
     */
    @WithDefault("0.02S")
    Duration patience();
}
