package dev.docket.store;

import dev.docket.job.BodyRef;
import dev.docket.job.Payload;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Reads stored bodies. A body that is not there any more is a failure of type {@link BodyGoneException}. */
public interface Bodies {
    /** The whole body at once; for small ones and for runs. */
    Uni<Payload> whole(BodyRef ref);

    /** The body piece by piece, each read only when it is asked for; a slow reader holds one piece in memory. */
    Multi<byte[]> pieces(BodyRef ref);
}
