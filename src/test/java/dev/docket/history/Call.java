package dev.docket.history;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.docket.job.JobStatus;

/** What a client asks about one job. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "call")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Call.Create.class, name = "create"),
    @JsonSubTypes.Type(value = Call.Cancel.class, name = "cancel"),
    @JsonSubTypes.Type(value = Call.Retry.class, name = "retry"),
    @JsonSubTypes.Type(value = Call.Retrieve.class, name = "retrieve"),
    @JsonSubTypes.Type(value = Call.Status.class, name = "status"),
    @JsonSubTypes.Type(value = Call.Listing.class, name = "list")
})
sealed interface Call {
    /** @param key the Idempotency-Key, or null */
    record Create(String key) implements Call {}

    /**
     * @param reason different for every call, so that an answer tells whose cancel it shows; null for a call without a
     *     body
     * @param key the Idempotency-Key, or null
     */
    record Cancel(String reason, boolean onlyIfQueued, String key) implements Call {}

    /** @param key the Idempotency-Key, or null */
    record Retry(String key) implements Call {}

    /** The whole job. */
    record Retrieve() implements Call {}

    /** The light view. */
    record Status() implements Call {}

    /** @param status the filter of the list, or null */
    record Listing(JobStatus status) implements Call {}

    /** Whether the call can change a job. */
    default boolean isChange() {
        return this instanceof Create || this instanceof Cancel || this instanceof Retry;
    }
}
