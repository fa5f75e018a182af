package dev.docket.start;

/** Docket cannot start, and the operator can mend it: the message is one line that says what is wrong and how. */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefused(String line) {
        super(line);
    }

    public StartRefused(String line, Throwable cause) {
        super(line, cause);
    }
}
