package dev.docket.history;

/** Ways in which the simulated service may be wrong; each is one that a real one of its kind has been. */
enum Fault {
    NONE,
    /** A look is answered from a copy that is behind. */
    STALE_LOOK,
    /** A result is written though a cancel was first. */
    RESULT_AFTER_CANCEL,
    /** A cancel does not look again once it has the row. */
    SECOND_WINNER,
    /** A job that ended before a cancel is answered as a lost race. */
    OLD_END_AS_RACE,
    /** A retry is answered and not written. */
    LOST_RETRY,
    /** A run of the generation before settles the job that was retried. */
    OLD_RUN_SETTLES,
    /** A retry counts the attempts from the start. */
    COUNT_STARTS_AGAIN,
    /** A repeated retry takes effect again. */
    REPEATED_RETRY,
    /** A cancel for queued jobs only does not mind a run. */
    PRECONDITION_IGNORED,
    /** A cancelled job is claimed all the same. */
    CLAIM_OF_CANCELLED
}
