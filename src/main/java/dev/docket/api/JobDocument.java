package dev.docket.api;

import dev.docket.job.Job;
import dev.docket.job.Payload;
import dev.docket.store.Bodies;
import io.smallrye.mutiny.Multi;

/**
 * One job as an answer.
 *
 * @param payloads which bodies it carries; null for the light view, which has no keys for them
 * @param request the request's bytes when they are at hand, else null
 */
public record JobDocument(Job job, PayloadChoice payloads, Payload request) implements Document {
    /** A job whose bodies are read as they are sent. */
    public JobDocument(Job job, PayloadChoice payloads) {
        this(job, payloads, null);
    }

    /** The view of the status route: who, what, when, and nothing that could be large. */
    public static JobDocument light(Job job) {
        return new JobDocument(job, null);
    }

    @Override
    public Multi<byte[]> pieces(Bodies bodies) {
        return payloads == null
                ? Multi.createFrom().item(() -> JobText.light(job))
                : Multi.createFrom().deferred(() -> new JobWriter(job, payloads, bodies).pieces(request));
    }

    /** The bytes of the bodies that the answer carries. */
    long bodyBytes() {
        return JobWriter.bodyBytes(job, payloads);
    }
}
