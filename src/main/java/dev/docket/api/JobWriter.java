package dev.docket.api;

import dev.docket.job.BodyRef;
import dev.docket.job.Job;
import dev.docket.job.JobStatus;
import dev.docket.job.Payload;
import dev.docket.store.Bodies;
import io.smallrye.mutiny.Multi;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a job with its bodies spliced in as they were stored. A body that is gone makes its field null and adds a
 * warning; warnings come last in the text, so that they can tell.
 */
final class JobWriter {
    private static final byte[] NOTHING = utf8("null");

    private final Job job;
    private final PayloadChoice payloads;
    private final Bodies bodies;
    private final JobText text;
    private final List<Map<String, Object>> warnings = new ArrayList<>();

    JobWriter(Job job, PayloadChoice payloads, Bodies bodies) {
        this.job = job;
        this.payloads = payloads;
        this.bodies = bodies;
        this.text = JobText.of(job);
    }

    /** @param held the request's bytes when they are at hand, else null; then an answer without a response is one piece */
    Multi<byte[]> pieces(Payload held) {
        boolean inOne = !showsResponse(job, payloads) && (held != null || !showsRequest(job, payloads));
        return inOne ? Multi.createFrom().item(() -> inOnePiece(held)) : pieces();
    }

    private byte[] inOnePiece(Payload held) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(text.untilRequest());
        whole.writeBytes(showsRequest(job, payloads) ? held.toBytes() : NOTHING);
        whole.writeBytes(text.untilResponse());
        whole.writeBytes(NOTHING);
        whole.writeBytes(text.rest(warnings));
        return whole.toByteArray();
    }

    private Multi<byte[]> pieces() {
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(text::untilRequest),
                        request(),
                        Multi.createFrom().item(text::untilResponse),
                        response(),
                        Multi.createFrom().item(() -> text.rest(warnings)));
    }

    static long bodyBytes(Job job, PayloadChoice payloads) {
        long request = showsRequest(job, payloads) ? job.request().length() : 0;
        return showsResponse(job, payloads) ? request + job.response().length() : request;
    }

    private Multi<byte[]> request() {
        return showsRequest(job, payloads) ? body(job.request(), "", "", "request_unavailable") : nothing();
    }

    private Multi<byte[]> response() {
        if (!showsResponse(job, payloads)) {
            return nothing();
        }
        String before = "{\"status_code\":" + job.responseStatus() + ",\"body\":";
        return body(job.response(), before, "}", "response_unavailable");
    }

    private Multi<byte[]> body(BodyRef ref, String before, String after, String warning) {
        return new SplicedBody(ref, utf8(before), utf8(after))
                .pieces(bodies)
                .onFailure(SplicedBody::isGoneAtStart)
                .recoverWithMulti(() -> missing(warning));
    }

    private Multi<byte[]> missing(String code) {
        Map<String, Object> warning = new LinkedHashMap<>();
        warning.put("code", code);
        warning.put("message", "The stored body could not be found; it may have been deleted meanwhile.");
        warning.put("details", null);
        warnings.add(warning);
        return nothing();
    }

    private static boolean showsRequest(Job job, PayloadChoice payloads) {
        return payloads.includeRequest() && job.request() != null;
    }

    private static boolean showsResponse(Job job, PayloadChoice payloads) {
        return payloads.includeResponse() && job.status() == JobStatus.COMPLETED && job.response() != null;
    }

    private static Multi<byte[]> nothing() {
        return Multi.createFrom().item(NOTHING);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
