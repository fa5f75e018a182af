package dev.docket.executor;

/** Why a run is stopped before it has answered. */
enum RunEnd {
    /** A signal said that its job was cancelled. */
    CANCELLED,
    /** A heartbeat's answer did not name it: cancelled, expired or taken over. */
    LOST,
    /** No heartbeat was answered for a lease's time: another executor may have it by now. */
    UNSURE,
    /** The process is going down; the run goes back to the queue. */
    DRAINED
}
