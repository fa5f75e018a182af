package dev.docket.api;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads {@code filename_regex}. Text of word characters, spaces and {@code . - ( )} is meant literally and is found
 * anywhere in a name. Anything else must be a pattern that is anchored at its start and has no quantifier, so that no
 * pattern is slow; it is rewritten into PostgreSQL's spelling.
 */
final class FilenamePattern {
    private static final int LONGEST = 256;
    private static final Pattern LITERAL = Pattern.compile("[\\w\\s.()-]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern SPECIAL = Pattern.compile("[.()-]");
    private static final String EXPECTED =
            "plain text, or a pattern that starts with ^, has no quantifier, no group option and no back-reference, "
                    + "and $ only at its end";

    private FilenamePattern() {}

    /** The pattern for PostgreSQL, or null when there is none or it is faulty. */
    static String read(QueryParameters parameters) {
        String sent = parameters.one("filename_regex");
        if (sent == null || sent.isBlank()) {
            return null;
        }
        String text = sent.strip();
        if (text.codePointCount(0, text.length()) > LONGEST) {
            parameters.fault("filename_regex", "at most " + LONGEST + " characters", "more");
            return null;
        }
        if (LITERAL.matcher(text).matches()) {
            return SPECIAL.matcher(text).replaceAll("\\\\$0");
        }
        String rewritten = new PatternRewriter(text).rewritten();
        if (rewritten == null || !compiles(rewritten)) {
            parameters.fault("filename_regex", EXPECTED, Shown.text(text));
            return null;
        }
        return rewritten;
    }

    /** What the rewriter does not look at: that parentheses are paired and ranges rise. */
    private static boolean compiles(String rewritten) {
        try {
            Pattern.compile(rewritten.replace("\\y", "\\b").replace("\\Y", "\\B"));
            return true;
        } catch (PatternSyntaxException broken) {
            return false;
        }
    }
}
