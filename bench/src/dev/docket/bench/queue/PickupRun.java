package dev.docket.bench.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Creates single jobs at random distances and asks each, when all are over, when it was begun. */
final class PickupRun {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PickupRun() {}

    /** From just before each call to the start of its job, in nanoseconds. */
    static long[] sample(LoadClient client, int samples) throws Exception {
        Pauses pauses = new Pauses();
        List<String> jobs = new ArrayList<>();
        long[] sent = new long[samples];
        for (int i = 0; i < samples; i++) {
            pauses.next();
            sent[i] = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
            jobs.add(Queue.create(client));
        }
        pauses.next();
        long[] nanos = new long[samples];
        for (int i = 0; i < samples; i++) {
            nanos[i] = (begun(client, jobs.get(i)) - sent[i]) * 1000;
        }
        return nanos;
    }

    /** When the processor began it, which it says itself, by the clock that all processes of a machine share. */
    private static long begun(LoadClient client, String job) throws Exception {
        Call get = Call.get("/v1/jobs/" + job + "?include_response=true");
        JsonNode answer = JSON.readTree(client.call(get).getBytes());
        JsonNode begun = answer.at("/response/body/started_at_micros");
        if (!begun.isNumber()) {
            throw new IllegalStateException("a job that should be done is " + answer.get("status"));
        }
        return begun.asLong();
    }
}
