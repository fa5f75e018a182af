package dev.docket.start.train;

import dev.docket.start.Exercise;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Some callers who use all of the service at once for a while. */
public final class Training implements Exercise {
    private static final int CALLERS = 16;

    @Override
    public String run(URI service, String key, Duration length) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TrainingCaller.PATIENCE)
                .build();
        long until = System.nanoTime() + length.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            List<CompletableFuture<Long>> callers = IntStream.range(0, CALLERS)
                    .mapToObj(first -> new TrainingCaller(http, service, key, first))
                    .map(caller -> CompletableFuture.supplyAsync(() -> caller.callUntil(until), threads))
                    .toList();
            long calls = callers.stream().mapToLong(CompletableFuture::join).sum();
            return calls + " calls by " + CALLERS + " callers were answered in " + length.toSeconds() + " seconds.";
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof UnexpectedAnswer unexpected ? unexpected : failed;
        } finally {
            threads.shutdownNow();
        }
    }
}
