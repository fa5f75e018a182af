package dev.docket.history;

import dev.docket.job.JobStatus;
import java.util.Random;

/**
 * What one client of a job does next: mostly it looks; a live job it sometimes cancels, one that has ended it sometimes
 * takes back. Calls that must be refused are made too.
 */
final class NextCall {
    private final int client;
    private final Random random;
    private int made;

    NextCall(int client, Random random) {
        this.client = client;
        this.random = random;
    }

    Call after(JobStatus seen) {
        made++;
        int luck = random.nextInt(1_000);
        if (luck < cancels(seen)) {
            return cancel();
        }
        return luck < cancels(seen) + retries(seen) ? retry() : look();
    }

    private static int cancels(JobStatus seen) {
        return switch (seen) {
            case IN_PROGRESS -> 220;
            case QUEUED -> 60;
            default -> 40;
        };
    }

    private static int retries(JobStatus seen) {
        return seen.isRetryable() ? 160 : 10;
    }

    private Call cancel() {
        int luck = random.nextInt(10);
        // Calls without a body are one client's: two of them at once could not be told apart.
        if (luck == 0 && client == 0) {
            return new Call.Cancel(null, false, null);
        }
        if (luck < 3) {
            return new Call.Cancel(shared(), false, shared());
        }
        return new Call.Cancel(client + "." + made, luck < 5, null);
    }

    private Call retry() {
        return new Call.Retry(random.nextInt(10) < 5 ? shared() : null);
    }

    /** Several clients come to the same key, and each of them more than once. */
    private String shared() {
        return "shared." + made / 8;
    }

    private Call look() {
        int luck = random.nextInt(100);
        if (luck < 60) {
            return new Call.Retrieve();
        }
        return luck < 90 ? new Call.Status() : list();
    }

    private Call list() {
        JobStatus[] filters = {JobStatus.QUEUED, JobStatus.IN_PROGRESS, JobStatus.COMPLETED, JobStatus.CANCELLED, null};
        return new Call.Listing(filters[random.nextInt(filters.length)]);
    }
}
