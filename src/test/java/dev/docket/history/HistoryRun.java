package dev.docket.history;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Lives through jobs, many at once, until as many calls were made as were asked for, and has each checked. */
final class HistoryRun {
    private static final int CHECKERS = 2;

    private final HistorySettings settings;
    private final Services services;
    private final Clients clients;
    private final OpenRecords open = new OpenRecords();
    private final Findings findings;
    private final Tally tally = new Tally();
    private final AtomicLong jobs = new AtomicLong();
    private final Queue<CompletableFuture<Void>> checks = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(CHECKERS);
    private final LastLooks lastLooks;

    private HistoryRun(HistorySettings settings, Services services, HttpCalls http) {
        this.settings = settings;
        this.services = services;
        this.findings = new Findings(settings.samples());
        this.clients = new Clients(http, services, open, tally);
        this.lastLooks = new LastLooks(clients, open, findings, later);
    }

    /** @param kills how many services were killed meanwhile */
    record Outcome(long calls, long jobs, int kills, double seconds, Findings findings, Tally tally) {}

    static Outcome run(HistorySettings settings, Services services, HttpCalls http)
            throws InterruptedException, ExecutionException {
        HistoryRun run = new HistoryRun(settings, services, http);
        try {
            return run.run();
        } finally {
            run.threads.shutdownNow();
            run.later.shutdownNow();
        }
    }

    private Outcome run() throws InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        Killer killer = settings.kills() ? Killer.begin(services, settings.kill()) : null;
        IntStream.range(0, settings.jobs())
                .mapToObj(lane -> CompletableFuture.runAsync(this::liveJobAfterJob, threads))
                .toList()
                .forEach(CompletableFuture::join);
        int kills = killer == null ? 0 : killer.end();
        checks.forEach(CompletableFuture::join);
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Outcome(clients.calls(), jobs.get(), kills, seconds, findings, tally);
    }

    private void liveJobAfterJob() {
        while (clients.calls() < settings.operations() && !findings.isEnough()) {
            new JobLife(clients, open, settings, threads, jobs.incrementAndGet())
                    .live()
                    .ifPresent(record -> checks.add(lastLooks.at(record)));
            checks.removeIf(check -> check.isDone() && !check.isCompletedExceptionally());
        }
    }
}
