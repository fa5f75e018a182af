package dev.docket.endpoint.document;

/** Writes an exception for the log without its message, which may quote a document. */
public final class Unforeseen {
    private static final int FRAMES = 12;

    private Unforeseen() {}

    public static String trace(Throwable thrown) {
        StringBuilder trace = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            trace.append(trace.isEmpty() ? "" : " caused by ")
                    .append(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                trace.append("\n  at ").append(frames[i]);
            }
        }
        return trace.toString();
    }
}
