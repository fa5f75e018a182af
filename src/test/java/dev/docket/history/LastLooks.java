package dev.docket.history;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks at a job again when its clients have left it alone for a while: late results and late stops would show by then.
 * Then its history is checked, and forgotten.
 */
final class LastLooks {
    private static final Duration WHILE = Duration.ofMillis(1_500);
    private static final int MOST_LOOKS = 60;

    private final Clients clients;
    private final OpenRecords open;
    private final Findings findings;
    private final ScheduledExecutorService threads;

    LastLooks(Clients clients, OpenRecords open, Findings findings, ScheduledExecutorService threads) {
        this.clients = clients;
        this.open = open;
        this.findings = findings;
        this.threads = threads;
    }

    /** Comes when the job was checked. */
    CompletableFuture<Void> at(JobRecord record) {
        CompletableFuture<Void> checked = new CompletableFuture<>();
        lookLater(record, MOST_LOOKS, checked);
        return checked;
    }

    private void lookLater(JobRecord record, int left, CompletableFuture<Void> checked) {
        threads.schedule(() -> lookNow(record, left, checked), WHILE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void lookNow(JobRecord record, int left, CompletableFuture<Void> checked) {
        try {
            clients.call(0, record, new Call.Retrieve());
            if (record.lastShown().isLive() && left > 0) {
                lookLater(record, left - 1, checked);
                return;
            }
            clients.call(0, record, new Call.Listing(record.lastShown()));
            clients.call(0, record, new Call.Status());
            open.close(record);
            findings.judge(record.history());
            checked.complete(null);
        } catch (Throwable broken) {
            checked.completeExceptionally(broken);
        }
    }
}
