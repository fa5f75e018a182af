package dev.docket.tenant;

/**
 * What is kept of a key: its hash, never the key itself.
 *
 * @param organizationId whose it is
 * @param hash of the whole key
 * @param revoked whether it is no longer accepted
 */
record StoredKey(String id, String organizationId, KeyHash hash, boolean revoked) {
    /** Whether a key with this hash is good, by this row. */
    boolean accepts(KeyHash other) {
        return hash.equals(other) && !revoked;
    }
}
