package dev.docket.history;

/**
 * One call of one client, with what came of it.
 *
 * @param number different for every operation of a run
 * @param called when the call was made, by the one monotonic clock that all clients share, in nanoseconds
 * @param returned when the answer was there; {@link #NEVER} when none came
 */
record Operation(long number, int client, Call call, Answer answer, long called, long returned) {
    static final long NEVER = Long.MAX_VALUE;

    boolean isUnknown() {
        return answer instanceof Answer.Unknown;
    }

    /** Whether it was over before the other one began. */
    boolean precedes(Operation other) {
        return returned < other.called;
    }

    /** The job that it showed, or null. */
    JobView view() {
        return answer instanceof Answer.Shown shown ? shown.job() : null;
    }

    Operation answered(Answer other) {
        return new Operation(number, client, call, other, called, returned);
    }

    Operation during(long from, long to) {
        return new Operation(number, client, call, answer, from, to);
    }

    /** The same call, nobody knowing what came of it. */
    Operation forgotten() {
        return new Operation(number, client, call, new Answer.Unknown(), called, NEVER);
    }
}
