package dev.docket.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docket.job.Cancellation;
import dev.docket.job.Job;
import dev.docket.job.JobError;
import dev.docket.job.JobStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The text of a job around its bodies, in the order of the published fields; fields that came later follow them. The
 * parts are taken in order: each goes on where the one before stopped.
 */
final class JobText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Job job;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    private final JsonGenerator json;

    private JobText(Job job) {
        this.job = job;
        try {
            this.json = JSON.createGenerator(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static JobText of(Job job) {
        return new JobText(job);
    }

    /** A whole job without bodies and without the later fields. */
    static byte[] light(Job job) {
        JobText text = new JobText(job);
        return text.part(() -> {
            text.identity();
            text.error();
            text.times();
            text.json.writeStringField("organization_id", job.organization());
            text.metadata();
            text.json.writeEndObject();
        });
    }

    /** Everything before the value of {@code request}. */
    byte[] untilRequest() {
        return part(() -> {
            identity();
            splice("request");
        });
    }

    /** Everything between the values of {@code request} and {@code response}. */
    byte[] untilResponse() {
        return part(() -> {
            splice("response");
        });
    }

    /** Everything after the value of {@code response}. */
    byte[] rest(List<Map<String, Object>> warnings) {
        return part(() -> {
            error();
            times();
            json.writeStringField("organization_id", job.organization());
            metadata();
            json.writeNullField("cloud_task_name");
            later();
            limits();
            json.writePOJOField("warnings", warnings.isEmpty() ? null : warnings);
            json.writeEndObject();
        });
    }

    /** Ends the part where the value belongs: the generator takes the empty text for it. */
    private void splice(String name) throws IOException {
        json.writeFieldName(name);
        json.writeRawValue("");
    }

    private void identity() throws IOException {
        json.writeStartObject();
        json.writeStringField("id", job.id().value());
        json.writeStringField("object", "job");
        json.writeStringField("status", job.status().wire());
        json.writeStringField("endpoint", job.endpoint());
    }

    private void error() throws IOException {
        JobError error = job.status() == JobStatus.FAILED ? job.error() : null;
        if (error == null) {
            json.writeNullField("error");
            return;
        }
        json.writeObjectFieldStart("error");
        json.writeStringField("code", error.code());
        json.writeStringField("message", error.message());
        json.writePOJOField("details", error.details());
        json.writeEndObject();
    }

    private void times() throws IOException {
        time("created_at", job.createdAt());
        time("started_at", job.startedAt());
        time("completed_at", job.completedAt());
        time("expires_at", job.expiresAt());
    }

    private void metadata() throws IOException {
        json.writeFieldName("metadata");
        json.writeRawValue(job.metadata() == null ? "null" : job.metadata());
    }

    private void later() throws IOException {
        json.writeBooleanField("cancelled", job.cancellation() != null);
        cancellation(job.cancellation());
        json.writeNumberField("attempt_count", job.attemptCount());
        time("last_attempt_at", job.lastAttemptAt());
        json.writeStringField("last_failure_code", job.lastFailureCode());
    }

    /** Only where the creator set them. */
    private void limits() throws IOException {
        seconds(TimeLimitMembers.EXECUTION, job.limits().executionSeconds());
        seconds(TimeLimitMembers.QUEUE, job.limits().queueSeconds());
    }

    private void seconds(String name, Double seconds) throws IOException {
        if (seconds == null) {
            return;
        }
        if (seconds == Math.rint(seconds)) {
            json.writeNumberField(name, seconds.longValue());
        } else {
            json.writeNumberField(name, seconds);
        }
    }

    private void cancellation(Cancellation cancellation) throws IOException {
        if (cancellation == null) {
            json.writeNullField("cancellation");
            return;
        }
        json.writeObjectFieldStart("cancellation");
        time("requested_at", cancellation.requestedAt());
        json.writeStringField("reason", cancellation.reason());
        json.writeStringField("outcome", cancellation.outcome());
        json.writeBooleanField("work_started", cancellation.workStarted());
        time("stopped_at", cancellation.stoppedAt());
        if (cancellation.bulkCancel() != null) {
            json.writeStringField("bulk_cancel_id", cancellation.bulkCancel().value());
        }
        json.writeEndObject();
    }

    /** Whole seconds, rounded down: a fraction breaks the published clients. */
    private void time(String name, Instant time) throws IOException {
        json.writeFieldName(name);
        if (time == null) {
            json.writeNull();
        } else {
            json.writeNumber(time.getEpochSecond());
        }
    }

    private byte[] part(Writing writing) {
        try {
            writing.write();
            json.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        byte[] part = out.toByteArray();
        out.reset();
        return part;
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }
}
