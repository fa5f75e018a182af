package dev.docket.api;

import dev.docket.job.Payload;
import dev.docket.job.TimeLimits;
import java.util.Map;

/**
 * A create call whose envelope is good; whether its request fits its endpoint is for the endpoint to say.
 *
 * @param endpoint the path of one of the nine endpoints
 * @param request the exact bytes of the object that was sent
 * @param metadata in the order it was sent; empty when there is none
 * @param metadataJson the metadata as compact JSON text, or null when none was sent
 * @param limits the time limits that were sent
 * @param key the idempotency key among the members, as the entries of a batch have it; null when there is none
 */
public record CreateCall(
        String endpoint,
        Payload request,
        Map<String, String> metadata,
        String metadataJson,
        TimeLimits limits,
        IdempotencyText key) {}
