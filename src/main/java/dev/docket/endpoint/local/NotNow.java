package dev.docket.endpoint.local;

/** Ends work that lacks something which another attempt may well have. */
public final class NotNow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotNow(String message) {
        // No stack trace: it is an outcome.
        super(message, null, false, false);
    }
}
