package dev.docket.store;

/** A run and its end, to be written down. */
public record Settlement(RunRef run, Verdict verdict) {
    /** The size of the answer that is still to be written, or 0. */
    public int bytes() {
        return verdict instanceof Verdict.Complete complete ? complete.body().length() : 0;
    }
}
