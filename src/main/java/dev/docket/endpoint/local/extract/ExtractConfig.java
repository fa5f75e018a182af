package dev.docket.endpoint.local.extract;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the local processor extracts. */
@ConfigMapping(prefix = "docket.extract")
public interface ExtractConfig {
    /**
     * What becomes of a value that the schema requires, without null for it, and the document does not have. {@code
     * fail} (the default): the job fails with {@code extraction_incomplete}, which lists all such values; {@code null}:
     * null, against the schema; {@code empty}: an empty string, zero or false, if the schema takes it. Either has the
     * likelihood 0.
     */
    @WithDefault("fail")
    Missing missing();

    /** What to do for a required value that was not found. */
    enum Missing {
        FAIL,
        NULL,
        EMPTY
    }
}
