package dev.docket.project;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many projects are kept. */
@ConfigMapping(prefix = "docket.projects")
public interface ProjectsConfig {
    /** Projects of one organization. Default 1000; beyond it: 409 {@code projects_quota}. */
    @WithDefault("1000")
    int perOrganization();
}
