package dev.docket.api;

import dev.docket.job.Payload;
import java.util.Set;

/** The body of a retry, which has nothing to say: none, or an empty object. */
final class RetryBody {
    private RetryBody() {}

    static void check(Payload body) {
        EmptyOrObjectBody.read(body, Set.of());
    }
}
