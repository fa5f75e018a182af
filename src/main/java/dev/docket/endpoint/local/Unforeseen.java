package dev.docket.endpoint.local;

/** Writes an exception for the log without its message, which may quote a document. */
final class Unforeseen {
    private static final int FRAMES = 12;

    private Unforeseen() {}

    static String trace(Throwable thrown) {
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
