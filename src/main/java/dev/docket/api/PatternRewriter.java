package dev.docket.api;

/**
 * Goes through a pattern once, refuses what is not allowed in it, and spells the rest as PostgreSQL does. Whatever
 * comes out is a pattern that PostgreSQL accepts, so that no client can make a query fail.
 */
final class PatternRewriter {
    private static final String SAME_ESCAPES = "dDwWsStnrfv";
    private static final String CLASSES = "dDwWsS";

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private boolean inBrackets;
    /** Whether a range may start at the last thing in the brackets: not at a class, not at the end of another range. */
    private boolean startsRange;

    PatternRewriter(String text) {
        this.text = text;
    }

    /** The pattern rewritten; null when it has something that is not allowed. */
    String rewritten() {
        if (!text.startsWith("^")) {
            return null;
        }
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (!(next == '\\' ? escape() : inBrackets ? inside(next) : outside(next))) {
                return null;
            }
        }
        return inBrackets ? null : out.toString();
    }

    private boolean outside(char next) {
        boolean option = next == '(' && peek() == '?';
        boolean earlyEnd = next == '$' && at < text.length();
        if (option || earlyEnd || "*+?{}".indexOf(next) >= 0) {
            return false;
        }
        if (next == '[') {
            openBrackets();
            return true;
        }
        out.append(next == ']' ? "\\]" : String.valueOf(next));
        return true;
    }

    private void openBrackets() {
        inBrackets = true;
        startsRange = false;
        out.append('[');
        if (peek() == '^') {
            out.append('^');
            at++;
        }
        if (peek() == ']') {
            inside('\\', peek());
            at++;
        }
    }

    private boolean inside(char next) {
        if ("*+?{}$".indexOf(next) >= 0) {
            return false;
        }
        if (next == ']') {
            inBrackets = false;
            out.append(']');
            return true;
        }
        if (next == '-') {
            return dash();
        }
        // An inner bracket is a plain character in the clients' spelling, the start of a named class in PostgreSQL's.
        inside(next == '[' ? '\\' : '\0', next);
        return true;
    }

    /** A dash at either end of the brackets is itself; elsewhere it must stand between two characters. */
    private boolean dash() {
        boolean atAnEnd = text.charAt(at - 2) == '[' || out.charAt(out.length() - 1) == '^' || peek() == ']';
        if (atAnEnd) {
            inside('\\', '-');
            return true;
        }
        if (!startsRange || beforeClass() || at == text.length()) {
            return false;
        }
        out.append('-');
        char end = text.charAt(at++);
        boolean good = end == '\\' ? escape() : inside(end);
        startsRange = false;
        return good;
    }

    private void inside(char prefix, char next) {
        if (prefix != '\0') {
            out.append(prefix);
        }
        out.append(next);
        startsRange = true;
    }

    private boolean escape() {
        if (at == text.length()) {
            return false;
        }
        char escaped = text.charAt(at++);
        boolean isClass = CLASSES.indexOf(escaped) >= 0;
        if (SAME_ESCAPES.indexOf(escaped) >= 0 || isAsciiPunctuation(escaped)) {
            out.append('\\').append(escaped);
        } else if ((escaped == 'b' || escaped == 'B') && !inBrackets) {
            out.append(escaped == 'b' ? "\\y" : "\\Y");
        } else {
            return false;
        }
        startsRange = !isClass;
        return true;
    }

    private boolean beforeClass() {
        return peek() == '\\' && at + 1 < text.length() && CLASSES.indexOf(text.charAt(at + 1)) >= 0;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private static boolean isAsciiPunctuation(char c) {
        return c < 127 && !Character.isLetterOrDigit(c) && c >= ' ';
    }
}
