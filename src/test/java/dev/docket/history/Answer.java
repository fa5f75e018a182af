package dev.docket.history;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.docket.job.JobStatus;

/** What a client was told about one job. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "answer")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Answer.Shown.class, name = "shown"),
    @JsonSubTypes.Type(value = Answer.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = Answer.Absent.class, name = "absent"),
    @JsonSubTypes.Type(value = Answer.Unknown.class, name = "unknown")
})
sealed interface Answer {
    /** 200 with the job. */
    record Shown(JobView job) implements Answer {}

    /**
     * The call was refused.
     *
     * @param http the HTTP status
     * @param status the state that the refusal names, or null
     */
    record Refused(int http, String code, JobStatus status) implements Answer {}

    /** A list without the job. */
    record Absent() implements Answer {}

    /** No answer came: the call may have taken effect at any time since it was made, or never. */
    record Unknown() implements Answer {}
}
