package dev.docket.store;

import dev.docket.job.BulkCancel;
import dev.docket.job.BulkCancelId;

/** How the storing of a bulk cancel ended. */
public sealed interface BulkCreated {
    /** It is stored. */
    record Stored(BulkCancel bulk) implements BulkCreated {}

    /** The same keyed call was made before, and this is its bulk cancel as it is now. */
    record Repeated(BulkCancel bulk) implements BulkCreated {}

    /** The key belongs to a call with another body. Nothing was stored. */
    record KeyUsedOtherwise(BulkCancelId holder) implements BulkCreated {}

    /** The organization has as many running ones as it may. Nothing was stored. */
    record TooMany() implements BulkCreated {}
}
