package dev.docket.tenant;

/**
 * Who a request comes from.
 *
 * @param organizationId the owner of all that the request may see
 * @param keyId the id of the key it came with, never the key
 */
public record Caller(String organizationId, String keyId) {}
