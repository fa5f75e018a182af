package dev.docket.start.train;

/** The service did not do what it was asked for, so that its training would be worth nothing. */
public final class UnexpectedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnexpectedAnswer(String message) {
        super(message);
    }

    UnexpectedAnswer(String message, Throwable cause) {
        super(message, cause);
    }
}
