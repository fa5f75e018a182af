package dev.docket.chaos;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that create jobs, look at them and cancel some, hardly with a pause, and note every answer that is none. */
final class SteadyClients implements AutoCloseable {
    private static final int CLIENTS = 6;
    private static final int CANCELLED_OF = 4;

    /** Or the processes that start meanwhile would hardly get to it. */
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Rotation rotation;
    private final Map<String, Boolean> jobs = new ConcurrentHashMap<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private volatile boolean over;

    private SteadyClients(Rotation rotation) {
        this.rotation = rotation;
    }

    static SteadyClients start(Rotation rotation) {
        SteadyClients clients = new SteadyClients(rotation);
        for (int client = 0; client < CLIENTS; client++) {
            clients.threads.execute(clients::goOn);
        }
        return clients;
    }

    /** Comes back once the last call is answered. */
    void end() {
        over = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(60, TimeUnit.SECONDS)) {
                complaints.add("a call was not answered within a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    int answers() {
        return answers.get();
    }

    /** The jobs whose create was answered. */
    List<String> jobs() {
        return new ArrayList<>(jobs.keySet());
    }

    /** Those whose cancel was answered with {@code cancelled}. */
    List<String> cancelled() {
        return jobs.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void close() {
        over = true;
        threads.shutdownNow();
    }

    private void goOn() {
        int made = 0;
        while (!over) {
            try {
                step(made++);
            } catch (RuntimeException unanswered) {
                complaints.add("no answer: " + unanswered);
            }
            Pace.hold(PAUSE);
        }
    }

    private void step(int number) {
        String body = Documents.shortText("note " + number);
        HttpResponse<String> created =
                answered(rotation.call(service -> service.post("/v1/jobs?include_request=false", body)), 200);
        String id = new JsonObject(created.body()).getString("id");
        jobs.put(id, false);
        if (number % CANCELLED_OF == 0) {
            HttpResponse<String> cancel = answered(
                    rotation.call(service -> service.post("/v1/jobs/" + id + "/cancel?include_request=false", "")),
                    200,
                    400);
            jobs.put(id, cancel.statusCode() == 200 && cancel.body().contains("\"status\":\"cancelled\""));
        }
        answered(rotation.call(service -> service.get("/v1/jobs/" + id + "/status")), 200);
    }

    private HttpResponse<String> answered(HttpResponse<String> answer, Integer... expected) {
        answers.incrementAndGet();
        if (!List.of(expected).contains(answer.statusCode())) {
            complaints.add(answer.request().uri().getPath() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }
}
