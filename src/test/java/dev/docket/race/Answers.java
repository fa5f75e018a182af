package dev.docket.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.job.Job;
import dev.docket.job.JobStatus;
import dev.docket.store.BatchDone;
import dev.docket.store.Cancelled;
import dev.docket.store.Claimed;
import dev.docket.store.ClaimedJob;
import dev.docket.store.Retried;
import dev.docket.store.RunRef;
import dev.docket.store.Settled;
import java.util.Set;
import java.util.stream.Collectors;

/** What a verb answered, in the words of the table: the type of the answer, and what is in it that matters. */
final class Answers {
    private Answers() {}

    static String of(Claimed claimed) {
        return claimed.jobs().isEmpty()
                ? "nothing"
                : claimed.jobs().stream().map(Answers::of).collect(Collectors.joining(", "));
    }

    private static String of(ClaimedJob job) {
        assertThat(job.run().organization()).isEqualTo(Stage.ORGANIZATION);
        assertThat(job.run().job()).isEqualTo(Stage.JOB);
        return "took #" + job.run().claim();
    }

    static String of(Set<RunRef> runs, String some, String none) {
        assertThat(runs).allSatisfy(run -> {
            assertThat(run.organization()).isEqualTo(Stage.ORGANIZATION);
            assertThat(run.job()).isEqualTo(Stage.JOB);
        });
        return runs.isEmpty() ? none : some + " #" + runs.iterator().next().claim();
    }

    static String of(int rows) {
        return rows == 0 ? "nothing" : rows == 1 ? "1 job" : rows + " jobs";
    }

    static String of(Settled settled) {
        return settled instanceof Settled.Won won
                ? "Won(" + won.status().wire() + ")"
                : settled.getClass().getSimpleName();
    }

    /** The outcome of the one job. */
    static String of(BatchDone done) {
        if (!(done instanceof BatchDone.Written written)) {
            return "left";
        }
        String outcome = written.outcomes().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getKey().wire() + (entry.getValue() == 1 ? "" : " " + entry.getValue()))
                .collect(Collectors.joining(", "));
        String stopped =
                written.stopped().stream().map(run -> ", stop #" + run.claim()).collect(Collectors.joining());
        return (outcome.isEmpty() ? "pending" : outcome) + stopped;
    }

    static String of(Cancelled cancelled) {
        if (cancelled instanceof Cancelled.Won won) {
            assertThat(shown(won.job())).isEqualTo("cancelled");
            return won.run() == null ? "Won" : "Won, stop #" + won.run().claim();
        } else if (cancelled instanceof Cancelled.LostRace lost) {
            return "LostRace(" + shown(lost.job()) + ")";
        } else if (cancelled instanceof Cancelled.AlreadyFinished finished) {
            return "AlreadyFinished(" + shown(finished.job()) + ")";
        } else if (cancelled instanceof Cancelled.NoLongerQueued running) {
            return "NoLongerQueued(" + shown(running.job()) + ")";
        } else if (cancelled instanceof Cancelled.Repeated repeated) {
            return "Repeated(" + shown(repeated.job()) + ")";
        }
        return "NotFound";
    }

    static String of(Retried retried) {
        if (retried instanceof Retried.Accepted accepted) {
            return "Accepted(" + shown(accepted.job()) + ")";
        } else if (retried instanceof Retried.Refused refused) {
            return "Refused(" + shown(refused.job()) + ")";
        }
        return "NotFound";
    }

    /** The status, once the job in the answer is seen to be ours and whole. */
    private static String shown(Job job) {
        assertThat(job.organization()).isEqualTo(Stage.ORGANIZATION);
        assertThat(job.id()).isEqualTo(Stage.JOB);
        assertThat(job.metadata()).isEqualTo("{\"of\":\"org_m " + Stage.JOB + "\"}");
        assertThat(job.response() != null).as("shows a response").isEqualTo(job.status() == JobStatus.COMPLETED);
        if (job.cancellation() != null) {
            boolean together = job.cancellation().reason().equals(Stage.REASON);
            assertThat(job.cancellation().bulkCancel()).isEqualTo(together ? Stage.BULK.id() : null);
        }
        return job.status().wire();
    }
}
