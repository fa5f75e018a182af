package dev.docket.endpoint;

/** The configuration of the processors or of their limits cannot be followed; the message says what is wrong and what is possible. */
public final class ProcessorMisconfigured extends RuntimeException {
    public ProcessorMisconfigured(String message) {
        super(message);
    }
}
