package dev.docket.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a statement, each with its place and with how deep in parentheses it stands. Comments are blanks. */
final class Sql {
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");
    private static final Pattern LITERAL = Pattern.compile("'[^']*'");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*|[(),]");

    private final String text;
    private final List<Word> words = new ArrayList<>();

    /** A parenthesis is as deep as what is in it. */
    record Word(String text, int start, int end, int depth) {
        boolean is(String... any) {
            return Set.of(any).contains(text);
        }
    }

    Sql(String statement) {
        text = COMMENT.matcher(statement)
                .replaceAll(found -> " ".repeat(found.group().length()));
        Matcher matcher = WORD.matcher(LITERAL.matcher(text)
                .replaceAll(found -> "'" + "0".repeat(found.group().length() - 2) + "'"));
        int depth = 0;
        while (matcher.find()) {
            if (matcher.group().equals("(")) {
                depth++;
            }
            words.add(new Word(matcher.group().toLowerCase(), matcher.start(), matcher.end(), depth));
            if (matcher.group().equals(")")) {
                depth--;
            }
        }
    }

    List<Word> words() {
        return words;
    }

    Word word(int index) {
        return index >= 0 && index < words.size() ? words.get(index) : new Word("", text.length(), text.length(), 0);
    }

    /** The first word after the given one that is at its depth and one of these, or that closes its parenthesis. */
    int next(int index, Set<String> ends) {
        int depth = words.get(index).depth();
        for (int i = index + 1; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.depth() == depth && (word.is(")") || ends.contains(word.text()))) {
                return i;
            }
        }
        return words.size();
    }

    /** The place of the last thing before a word that is not blank. */
    int endBefore(int index) {
        int end = word(index).start();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    int startAfter(int index) {
        int start = words.get(index).end();
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return start;
    }

    String text() {
        return text;
    }

    /** The common table expression that the place is in, or {@code main}. */
    String tableAt(int place) {
        String table = "main";
        for (int i = 2; i < words.size() && words.get(i).start() < place; i++) {
            if (words.get(i).is("(") && isTable(i) && closes(i) > place) {
                table = name(i);
            }
        }
        return table;
    }

    private boolean isTable(int open) {
        return word(as(open)).is("as");
    }

    private String name(int open) {
        return word(as(open) - 1).text();
    }

    /** Where the word is, before a parenthesis that may be said to be materialized, or not. */
    private int as(int open) {
        int before = word(open - 1).is("materialized") ? open - 2 : open - 1;
        return word(before).is("not") ? before - 1 : before;
    }

    private int closes(int open) {
        return word(next(open, Set.of())).start();
    }
}
