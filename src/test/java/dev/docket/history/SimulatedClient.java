package dev.docket.history;

import java.util.Optional;
import java.util.Random;

/** One client in virtual time: a call goes out, looks, takes effect and comes back, each a few ticks after the other. */
final class SimulatedClient {
    private final int number;
    private final Random random;
    private int callsLeft;
    private Call call;
    private long called;
    private long looks;
    private long decides;
    private long returns;
    private boolean seenLive;
    private Answer answer;
    private String usedKey;

    SimulatedClient(int number, int calls, Random random) {
        this.number = number;
        this.callsLeft = calls;
        this.random = random;
    }

    boolean isBusy() {
        return callsLeft > 0 || call != null;
    }

    /** Goes on by a tick; with the operation when its answer has come. */
    Optional<Operation> tick(long now, SimulatedJob job) {
        if (call == null) {
            if (callsLeft > 0 && random.nextInt(3) == 0) {
                begin(now);
            }
            return Optional.empty();
        }
        if (now == looks) {
            seenLive = job.isLive();
        }
        if (now == decides) {
            answer = decide(job);
        }
        return now == returns ? Optional.of(end(now)) : Optional.empty();
    }

    private void begin(long now) {
        callsLeft--;
        call = next();
        called = now;
        looks = now + 1 + random.nextInt(4);
        decides = looks + random.nextInt(4);
        returns = decides + random.nextInt(4);
        // A tick that is over already is passed at the next one.
        if (decides == looks) {
            decides++;
            returns++;
        }
        if (returns == decides) {
            returns++;
        }
    }

    private Call next() {
        int luck = random.nextInt(100);
        if (luck < 60) {
            return new Call.Retrieve();
        }
        String key = number + "-" + callsLeft;
        if (luck < 80) {
            return new Call.Cancel(key, luck < 66, null);
        }
        if (luck < 88) {
            return new Call.Retry(null);
        }
        // Sometimes the key of the retry before: the same call once more.
        usedKey = usedKey != null && luck < 94 ? usedKey : key;
        return new Call.Retry(usedKey);
    }

    private Answer decide(SimulatedJob job) {
        if (call instanceof Call.Cancel cancel) {
            return job.cancel(cancel, "call:" + cancel.reason(), seenLive);
        }
        return call instanceof Call.Retry retry ? job.retry(token(retry)) : job.look();
    }

    private String token(Call.Retry retry) {
        return retry.key() == null ? "call:" + number + "-" + callsLeft : "key:" + retry.key();
    }

    private Operation end(long now) {
        Operation over = new Operation(number * 100L + callsLeft, number, call, answer, called, now);
        call = null;
        return over;
    }
}
