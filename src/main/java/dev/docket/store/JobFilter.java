package dev.docket.store;

import dev.docket.job.JobId;
import dev.docket.job.JobStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a list asks for. Every field may be null (or empty, for the collections), which means that it does not narrow.
 *
 * @param status the status as shown
 * @param source where the job came from
 * @param workflowNodeId equals the metadata entry {@code workflow_node_id} or {@code node_id}
 * @param workflowBlockId equals the metadata entry {@code workflow_block_id} or {@code block_id}
 * @param filenameRegex an anchored pattern without quantifiers, in PostgreSQL's spelling
 * @param filenameContains a plain substring
 * @param documentTypes any of these file types, lower case
 * @param from the first day of creation, UTC, inclusive
 * @param to the last day of creation, UTC, inclusive
 * @param metadata each pair must be there
 */
public record JobFilter(
        JobStatus status,
        JobId id,
        String endpoint,
        Source source,
        String projectId,
        String workflowId,
        String workflowNodeId,
        String workflowBlockId,
        String model,
        String filenameRegex,
        String filenameContains,
        List<String> documentTypes,
        LocalDate from,
        LocalDate to,
        Map<String, String> metadata) {
    /** Where a job came from: a project, a workflow, or neither. */
    public enum Source {
        API,
        PROJECT,
        WORKFLOW
    }

    /** Whether it asks for more of a job than its id, its status and its day. */
    boolean asksForFacts() {
        return Stream.of(
                                endpoint,
                                source,
                                projectId,
                                workflowId,
                                workflowNodeId,
                                workflowBlockId,
                                model,
                                filenameRegex,
                                filenameContains)
                        .anyMatch(Objects::nonNull)
                || documentTypes != null && !documentTypes.isEmpty()
                || metadata != null && !metadata.isEmpty();
    }
}
