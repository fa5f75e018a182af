package dev.docket.start;

/** Makes one line out of a message that may have many: a refused start says what is wrong and nothing else. */
final class OneLine {
    private static final int LONGEST = 400;

    private OneLine() {}

    static String of(String message) {
        String line = message == null ? "no reason given" : message.strip().replaceAll("\\s*\\R\\s*", "; ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
