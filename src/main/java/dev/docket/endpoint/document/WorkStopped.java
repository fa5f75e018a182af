package dev.docket.endpoint.document;

/** Unwinds a worker's stack after its work was aborted or ran out of time. */
public final class WorkStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WorkStopped() {
        super("stopped", null, false, false);
    }

    /** Throws if the current thread was interrupted, and leaves the flag set for code further out. */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new WorkStopped();
        }
    }
}
