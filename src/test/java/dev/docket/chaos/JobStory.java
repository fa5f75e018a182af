package dev.docket.chaos;

import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A job as the one client that has to do with it saw it, one answer after the other. Once a final state was seen, every
 * later answer must show it, until the client retries the job.
 */
final class JobStory {
    private static final Set<String> FINAL = Set.of("completed", "failed", "cancelled", "expired");

    private final String id;
    private final Consumer<String> complaints;
    private String end;
    private int generation;

    JobStory(String id, Consumer<String> complaints) {
        this.id = id;
        this.complaints = complaints;
    }

    String id() {
        return id;
    }

    boolean isOver() {
        return end != null;
    }

    /** Whether it ended in a state that a retry may leave. */
    boolean isRetryable() {
        return "cancelled".equals(end) || "failed".equals(end);
    }

    /** The idempotency keys that its lives have at the upstream service. */
    Stream<String> lives() {
        return IntStream.rangeClosed(0, generation).mapToObj(life -> id + "-" + life);
    }

    void saw(String status) {
        if (end != null && !end.equals(status)) {
            complaints.accept(id + " had ended as " + end + " and was then shown as " + status);
        }
        if (FINAL.contains(status)) {
            end = status;
        }
    }

    /** The answer to a cancel that was accepted; the job has ended, if not by the cancel. */
    void cancelled(JsonObject job) {
        saw(job.getString("status"));
        if (end == null) {
            complaints.accept(id + " was still " + job.getString("status") + " after its cancel");
        }
    }

    /** A retry was accepted: a new life begins, and may be over by now. */
    void retried(JsonObject job) {
        end = null;
        generation++;
        saw(job.getString("status"));
    }

    /** The whole job, after everything: it has ended, and shows a response only if it completed. */
    void closes(JsonObject job, Effects effects) {
        saw(job.getString("status"));
        if (end == null) {
            complaints.accept(id + " never ended: " + job.getString("status"));
        } else if (end.equals("completed")) {
            hasItsEffect(job.getJsonObject("response"), effects);
        } else if (job.getValue("response") != null) {
            complaints.accept(id + " ended as " + end + " and shows a response");
        } else if (end.equals("failed")) {
            complaints.accept(id + " failed: " + job.getValue("error"));
        }
    }

    private void hasItsEffect(JsonObject response, Effects effects) {
        Integer shown = response == null ? null : response.getJsonObject("body").getInteger("effect");
        Integer done = effects.of(id, generation).orElse(null);
        if (done == null || !done.equals(shown)) {
            complaints.accept(id + " completed with effect " + shown + " where " + done + " was done");
        }
    }
}
