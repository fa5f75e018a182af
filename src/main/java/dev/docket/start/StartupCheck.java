package dev.docket.start;

import io.smallrye.config.SmallRyeConfig;

/**
 * Something that must hold before Docket starts and can be told from the configuration alone. A package adds its own
 * by naming the class in {@code META-INF/services/dev.docket.start.StartupCheck}.
 */
public interface StartupCheck {
    /**
     * Returns when all is well.
     *
     * @throws StartRefused with one line that says what is wrong and how to mend it
     */
    void check(SmallRyeConfig settings);
}
