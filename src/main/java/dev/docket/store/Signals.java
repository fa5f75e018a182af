package dev.docket.store;

/** Tells executors, in this pod and in the others, what a committed statement has changed. A signal is only a hint. */
public interface Signals {
    /** Jobs have become ready in the lane. */
    void ready(Lane lane);

    /** The run's job was cancelled. */
    void cancelled(RunRef run);
}
