package dev.docket.project;

import dev.docket.job.ProjectId;
import java.time.Instant;
import java.util.Optional;

/**
 * A project as it is stored.
 *
 * @param draft what is worked on
 * @param published what was last published, if anything was
 * @param origin what the publishing call said that it comes from; null when nothing was published
 */
public record Project(
        ProjectId id,
        String organization,
        String name,
        Settings draft,
        Optional<Settings> published,
        String origin,
        Instant createdAt,
        Instant updatedAt) {
    /** What requests in this project are filled with: the draft for as long as nothing was published. */
    public Settings current() {
        return published.orElse(draft);
    }
}
