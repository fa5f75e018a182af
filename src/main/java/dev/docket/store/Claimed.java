package dev.docket.store;

import java.util.List;

/**
 * What a claim brought.
 *
 * @param jobs the jobs that now run here
 * @param looked the lanes that were looked at; one whose caps another process was counting at the moment is not
 */
public record Claimed(List<ClaimedJob> jobs, List<LaneClaim> looked) {}
