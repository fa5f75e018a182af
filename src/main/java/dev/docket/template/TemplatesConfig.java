package dev.docket.template;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many templates are kept, and how large they may be. */
@ConfigMapping(prefix = "docket.templates")
public interface TemplatesConfig {
    /** Templates of one organization. Default 1000; beyond it: 409 {@code templates_quota}. */
    @WithDefault("1000")
    int perOrganization();

    /** Bytes of a template's document after its base64 is decoded. Default 8 MiB; over it: 422. */
    @WithDefault("8M")
    MemorySize maxDocument();

    /** Fields of a template. Default 5000; over it: 422. */
    @WithDefault("5000")
    int maxFields();
}
