package dev.docket.endpoint;

import java.util.List;

/**
 * What a check of a request against its endpoint's model found.
 *
 * @param faults everything that is wrong, in document order; empty for a good request
 * @param facts what the list filters by
 */
public record CheckedRequest(List<Fault> faults, RequestFacts facts) {}
