package dev.docket.store;

import dev.docket.job.BulkCancelId;

/** Where a bulk cancel is found. */
public record BulkRef(String organization, BulkCancelId id) {}
