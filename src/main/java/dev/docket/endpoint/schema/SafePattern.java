package dev.docket.endpoint.schema;

import dev.docket.endpoint.document.WorkStopped;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that a stranger wrote. The matcher of the JDK may try without end; here it looks at the text only
 * so many times, which it cannot do without, and then the text does not match.
 */
public final class SafePattern {
    private static final int LONGEST = 2000;
    private static final int MOST_LOOKS = 200_000;

    /** Looks for all expressions of a schema together; past them nothing fits any more. */
    private static final long MOST_LOOKS_IN_ALL = 60_000_000;

    private final Pattern pattern;
    private final AtomicLong spent;

    private SafePattern(Pattern pattern, AtomicLong spent) {
        this.pattern = pattern;
        this.spent = spent;
    }

    /**
     * Null when the expression is too long, or none that the JDK can read.
     *
     * @param spent how many looks all expressions of the schema took so far
     */
    static SafePattern of(String expression, AtomicLong spent) {
        if (expression.length() > LONGEST) {
            return null;
        }
        try {
            return new SafePattern(Pattern.compile(expression), spent);
        } catch (PatternSyntaxException | StackOverflowError unreadable) {
            return null;
        }
    }

    /** Whether the expression fits somewhere in the text, as JSON Schema has it. */
    public boolean fits(String text) {
        if (spent.get() > MOST_LOOKS_IN_ALL) {
            return false;
        }
        int[] looks = new int[1];
        try {
            return pattern.matcher(new Looks(text, 0, text.length(), looks)).find();
        } catch (TooManyLooks | StackOverflowError hopeless) {
            return false;
        } finally {
            spent.addAndGet(looks[0]);
        }
    }

    private static final class TooManyLooks extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private TooManyLooks() {
            super("too many looks", null, false, false);
        }
    }

    /** Text that counts how often it is looked at. */
    private record Looks(String text, int from, int to, int[] count) implements CharSequence {
        @Override
        public int length() {
            return to - from;
        }

        @Override
        public char charAt(int index) {
            if (++count[0] > MOST_LOOKS) {
                throw new TooManyLooks();
            }
            if ((count[0] & 0xfff) == 0) {
                WorkStopped.check();
            }
            return text.charAt(from + index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Looks(text, from + start, from + end, count);
        }

        @Override
        public String toString() {
            return text.substring(from, to);
        }
    }
}
