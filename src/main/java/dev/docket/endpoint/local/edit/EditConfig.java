package dev.docket.endpoint.local.edit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How forms are filled in. */
@ConfigMapping(prefix = "docket.edit")
public interface EditConfig {
    /** Fields, or places drawn to be filled in, of one document. Default 10 000; over it: {@code document_too_large}. */
    @WithDefault("10000")
    int maxFields();

    /**
     * How long a run waits for its template to be read from the database. Default 10 seconds; past it the attempt fails
     * and another one follows.
     */
    @WithDefault("10S")
    Duration templateWait();
}
