package dev.docket.start.train;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One caller, who makes a call when the one before is answered. */
final class TrainingCaller {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int OK = 200;

    /** The job has ended before it could be cancelled. */
    private static final int NOT_CANCELLABLE = 400;

    private static final int ROUNDS_TO_A_CANCEL = 4;
    private static final int ROUNDS_TO_A_LIST = 5;
    private static final int ROUNDS_TO_A_BATCH = 20;
    private static final Pattern ID = Pattern.compile("\"id\":\"(job_[^\"]+)\"");

    private final HttpClient http;
    private final URI service;
    private final String key;
    private final int first;
    private long calls;

    /** @param first the round it begins with, so that callers with different ones make calls of all kinds at once */
    TrainingCaller(HttpClient http, URI service, String key, int first) {
        this.http = http;
        this.service = service;
        this.key = key;
        this.first = first;
    }

    /** How many calls it made until that {@link System#nanoTime}. */
    long callUntil(long until) {
        int round = first;
        do {
            play(round++);
        } while (System.nanoTime() < until);
        return calls;
    }

    private void play(int round) {
        String job = "/v1/jobs/" + id(post("/v1/jobs", Exercises.create(round)));
        if (round % ROUNDS_TO_A_CANCEL == 0) {
            cancel(job);
        }
        get(job + "/status");
        get(job);
        if (round % ROUNDS_TO_A_LIST == 0) {
            get("/v1/jobs?limit=20");
            get("/v1/jobs?limit=20&status=completed");
        }
        if (round % ROUNDS_TO_A_BATCH == 0) {
            post("/v1/jobs/batch", Exercises.batch());
        }
    }

    private void get(String path) {
        answer(call(path).GET().build(), Set.of(OK));
    }

    private String post(String path, String body) {
        return answer(posted(path, body), Set.of(OK));
    }

    private void cancel(String job) {
        answer(posted(job + "/cancel", ""), Set.of(OK, NOT_CANCELLABLE));
    }

    private HttpRequest posted(String path, String body) {
        return call(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).timeout(PATIENCE).header("Api-Key", key);
    }

    private String answer(HttpRequest request, Set<Integer> expected) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (!expected.contains(answer.statusCode())) {
                throw new UnexpectedAnswer(request.method() + " " + request.uri() + " was answered "
                        + answer.statusCode() + ": " + answer.body());
            }
            calls++;
            return answer.body();
        } catch (IOException broken) {
            throw new UnexpectedAnswer(request.uri() + " was not answered (" + broken + ").", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UnexpectedAnswer("The training was interrupted.", stopped);
        }
    }

    private static String id(String job) {
        Matcher id = ID.matcher(job);
        if (!id.find()) {
            throw new UnexpectedAnswer("A create was answered without an id.");
        }
        return id.group(1);
    }
}
