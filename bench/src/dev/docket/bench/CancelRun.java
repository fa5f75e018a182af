package dev.docket.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Cancels running jobs one after the other and takes two times of each: from the call to its answer, and from the call
 * to the moment at which the service that did the work saw its connection closed.
 */
public final class CancelRun {
    private static final long SEED = 20260101;
    private static final int PATIENCE_SECONDS = 60;

    private final Jobs jobs;
    private final HoldingUpstream upstream;
    private final Random random = new Random(SEED);
    private final Deque<String> running = new ArrayDeque<>();

    public CancelRun(Jobs jobs, HoldingUpstream upstream) {
        this.jobs = jobs;
        this.upstream = upstream;
    }

    /** What was measured. */
    public record Times(Latencies accept, Latencies stop) {}

    /** Brings so many jobs to the point where their requests are with the upstream. */
    public void run(int count) throws Exception {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            created.add(jobs.create());
        }
        for (String job : created) {
            upstream.of(job).received().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            running.add(job);
        }
    }

    /** Cancels {@code samples} jobs while as many as before go on running; the oldest first. */
    public Times replacing(int samples) throws Exception {
        List<Jobs.Cancel> cancels = new ArrayList<>();
        List<String> cancelled = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            run(1);
            pause();
            cancelled.add(running.peek());
            cancels.add(cancel(running.poll()));
        }
        return times(cancelled, cancels);
    }

    /** Cancels whatever runs, and waits until it has stopped. */
    public Times all() throws Exception {
        List<Jobs.Cancel> cancels = new ArrayList<>();
        List<String> cancelled = new ArrayList<>(running);
        for (String job : cancelled) {
            pause();
            cancels.add(cancel(job));
        }
        running.clear();
        return times(cancelled, cancels);
    }

    private Jobs.Cancel cancel(String job) throws Exception {
        Jobs.Cancel cancel = jobs.cancel(job);
        if (!cancel.status().equals("cancelled")) {
            throw new IllegalStateException(job + " is " + cancel.status());
        }
        return cancel;
    }

    /** At no fixed distance, or all cancels would fall into the same phase of a heartbeat or a poll. */
    private void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(5 + random.nextInt(40));
    }

    private Times times(List<String> cancelled, List<Jobs.Cancel> cancels) throws Exception {
        long[] accept = new long[cancels.size()];
        long[] stop = new long[cancels.size()];
        for (int i = 0; i < accept.length; i++) {
            Jobs.Cancel cancel = cancels.get(i);
            accept[i] = cancel.answered() - cancel.sent();
            stop[i] = upstream.of(cancelled.get(i)).closed().get(PATIENCE_SECONDS, TimeUnit.SECONDS) - cancel.sent();
        }
        return new Times(Latencies.ofNanos(accept), Latencies.ofNanos(stop));
    }
}
