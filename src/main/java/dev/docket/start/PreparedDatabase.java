package dev.docket.start;

import dev.docket.tenant.KeyMaterial;
import java.util.Optional;

/**
 * What was found out about a database while it was prepared.
 *
 * @param madeKey the first key, if it was made now; it can never be read again
 * @param encrypted whether the server spoke TLS
 */
record PreparedDatabase(Optional<KeyMaterial> madeKey, boolean encrypted) {}
