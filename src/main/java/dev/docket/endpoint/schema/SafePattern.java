package dev.docket.endpoint.schema;

import dev.docket.endpoint.document.WorkStopped;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that a stranger wrote. The matcher of the JDK may try without end; here it looks at the text only
 * so many times, which it cannot do without, and then the text does not match.
 */
public final class SafePattern {
    private static final int LONGEST = 2000;
    private static final int MOST_LOOKS = 200_000;

    private final Pattern pattern;

    private SafePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Null when the expression is too long, or none that the JDK can read. */
    static SafePattern of(String expression) {
        if (expression.length() > LONGEST) {
            return null;
        }
        try {
            return new SafePattern(Pattern.compile(expression));
        } catch (PatternSyntaxException | StackOverflowError unreadable) {
            return null;
        }
    }

    /** Whether the expression fits somewhere in the text, as JSON Schema has it. */
    public boolean fits(String text) {
        try {
            return pattern.matcher(new Looks(text, 0, text.length(), new int[1]))
                    .find();
        } catch (TooManyLooks | StackOverflowError hopeless) {
            return false;
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
