package dev.docket.history;

import dev.docket.job.JobStatus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * The life of a job under several clients in virtual time, by a service that is right or has one fault. It is told
 * after the documentation and shares nothing with the model but the calls and answers.
 */
final class SimulatedJob {
    private static final int CLIENTS = 4;
    private static final int CALLS = 12;
    private static final int TICKS_A_SECOND = 40;

    private final Random random;
    private final Fault fault;
    private final Paper paper;
    private final List<Operation> operations = new ArrayList<>();
    private final Deque<JobView> past = new ArrayDeque<>();
    private SimulatedRow row;
    private boolean struck;
    private int runOfGeneration = -1;
    private long tick;

    private SimulatedJob(Random random, Fault fault) {
        this.random = random;
        this.fault = fault;
        this.paper = random.nextInt(3) == 0 ? Paper.DAMAGED : Paper.SHORT;
    }

    /** @param struck whether the fault made a difference to the row or to an answer */
    record Life(JobHistory history, boolean struck) {}

    static Life of(long seed, Fault fault) {
        return new SimulatedJob(new Random(seed), fault).live();
    }

    private Life live() {
        row = new SimulatedRow(now());
        operations.add(new Operation(0, 0, new Call.Create(null), new Answer.Shown(row.view()), -10, -1));
        List<SimulatedClient> clients = new ArrayList<>();
        for (int client = 1; client <= CLIENTS; client++) {
            clients.add(new SimulatedClient(client, CALLS, random));
        }
        while (clients.stream().anyMatch(SimulatedClient::isBusy)) {
            tick++;
            execute();
            clients.forEach(client -> client.tick(tick, this).ifPresent(operations::add));
            remember();
        }
        return new Life(new JobHistory("job_simulated", paper, operations), struck);
    }

    private long now() {
        return 1_000 + tick / TICKS_A_SECOND;
    }

    private void remember() {
        past.addFirst(row.view());
        if (past.size() > 30) {
            past.removeLast();
        }
    }

    private void execute() {
        int luck = random.nextInt(100);
        if (row.status == JobStatus.QUEUED && luck < 12) {
            row.claim(now());
            runOfGeneration = row.generation;
        } else if (row.status == JobStatus.IN_PROGRESS && luck < 10) {
            settle();
        } else if (row.status == JobStatus.IN_PROGRESS && luck < 12) {
            lose();
        } else if (row.status == JobStatus.CANCELLED && luck < 12) {
            afterCancel();
        } else if (row.status == JobStatus.QUEUED && luck > 80 && runOfGeneration < row.generation) {
            settleOld();
        }
    }

    private void settle() {
        row.end(paper.isReadable() ? JobStatus.COMPLETED : JobStatus.FAILED, paper.failure(), now());
    }

    private void lose() {
        if (row.attemptsLeft > 0) {
            row.status = JobStatus.QUEUED;
        } else {
            row.end(JobStatus.FAILED, "attempts_exhausted", now());
        }
    }

    private void afterCancel() {
        if (fault == Fault.RESULT_AFTER_CANCEL && row.workStarted) {
            struck = true;
            settle();
        } else if (fault == Fault.CLAIM_OF_CANCELLED && !row.workStarted && row.attemptsLeft > 0) {
            struck = true;
            row.claim(now());
            row.completedAt = null;
        } else if (row.workStarted && row.stoppedAt == null) {
            row.stoppedAt = now();
        }
    }

    private void settleOld() {
        if (fault == Fault.OLD_RUN_SETTLES && runOfGeneration >= 0) {
            struck = true;
            row.startedAt = now();
            settle();
            runOfGeneration = row.generation;
        }
    }

    /** Whether the job is live now, as the first look of a cancel sees it. */
    boolean isLive() {
        return row.status.isLive();
    }

    Answer look() {
        boolean isStale = fault == Fault.STALE_LOOK && random.nextInt(10) == 0;
        JobView view = isStale && !past.isEmpty() ? past.peekLast() : row.view();
        struck |= !view.equals(row.view());
        return new Answer.Shown(view);
    }

    Answer cancel(Call.Cancel call, String token, boolean seenLive) {
        if (token.equals(row.cancelToken)) {
            return new Answer.Shown(row.view());
        }
        boolean blind = fault == Fault.SECOND_WINNER && seenLive && !row.status.isLive();
        boolean rude = fault == Fault.PRECONDITION_IGNORED && row.status == JobStatus.IN_PROGRESS;
        if (row.status == JobStatus.IN_PROGRESS && call.onlyIfQueued() && !rude) {
            return new Answer.Refused(409, "job_not_queued", row.status);
        }
        if (row.status.isLive() || blind) {
            struck |= blind || rude && call.onlyIfQueued();
            row.cancel(call, token, now());
            return new Answer.Shown(row.view());
        }
        boolean pretends = fault == Fault.OLD_END_AS_RACE && !seenLive;
        struck |= pretends;
        return seenLive || pretends ? new Answer.Shown(row.view()) : refusal();
    }

    private Answer refusal() {
        String code = row.status == JobStatus.CANCELLED ? "job_already_cancelled" : "job_not_cancellable";
        return new Answer.Refused(400, code, row.status);
    }

    Answer retry(String token) {
        boolean repeated = token.equals(row.retryToken);
        boolean again = repeated && fault == Fault.REPEATED_RETRY && row.status.isRetryable();
        if (repeated && !again) {
            return new Answer.Shown(row.view());
        }
        if (!row.status.isRetryable()) {
            return new Answer.Refused(400, "job_not_retryable", row.status);
        }
        struck |= again;
        return takeBack(token);
    }

    private Answer takeBack(String token) {
        SimulatedRow before = row;
        if (fault == Fault.LOST_RETRY) {
            struck = true;
            row = before.copy();
        }
        row.retry(token, now());
        if (fault == Fault.COUNT_STARTS_AGAIN) {
            struck |= row.attempts > 0;
            row.attempts = 0;
        }
        Answer answer = new Answer.Shown(row.view());
        row = fault == Fault.LOST_RETRY ? before : row;
        return answer;
    }
}
