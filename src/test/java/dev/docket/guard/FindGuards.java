package dev.docket.guard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds the guards of a statement, and takes them out. A condition is not cut out but made true, so that its parameters
 * keep their types.
 */
final class FindGuards {
    private static final Set<String> CONDITION_ENDS = Set.of(
            "where",
            "on",
            "order",
            "limit",
            "offset",
            "for",
            "returning",
            "group",
            "union",
            "join",
            "left",
            "cross",
            "then",
            "from",
            "set",
            "values",
            "select");
    private static final Set<String> CLAUSE_ENDS = Set.of("limit", "offset", "for", "returning", "union");

    private static final int LONGEST = 100;

    private final String statement;
    private final Sql sql;
    private final Map<Guard, Cut> cuts = new LinkedHashMap<>();

    private FindGuards(String statement, String text) {
        this.statement = statement;
        this.sql = new Sql(text);
    }

    /** What stands at the guard's place when it is gone. */
    private record Cut(int start, int end, String instead) {}

    /** The guards of a statement, in the order in which they stand. */
    static Set<Guard> in(String statement, String text) {
        return found(statement, text).cuts.keySet();
    }

    /** The statement without some of its guards. */
    static String without(Set<Guard> guards, String statement, String text) {
        FindGuards found = found(statement, text);
        StringBuilder without = new StringBuilder(found.sql.text());
        guards.stream()
                .map(found.cuts::get)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Cut::start).reversed())
                .forEach(cut -> without.replace(cut.start(), cut.end(), cut.instead()));
        return without.toString();
    }

    private static FindGuards found(String statement, String text) {
        FindGuards found = new FindGuards(statement, text);
        for (int i = 0; i < found.sql.words().size(); i++) {
            found.look(i);
        }
        return found;
    }

    private void look(int index) {
        Sql.Word word = sql.word(index);
        switch (word.text()) {
            case "where", "when" -> condition(index);
            case "on" -> {
                if (sql.word(index + 1).is("conflict")) {
                    conflict(index);
                } else {
                    condition(index);
                }
            }
            case "order" -> clause(index);
            case "limit" -> number(index, "null");
            case "offset" -> number(index, "0");
            case "for" -> lock(index);
            case "pg_try_advisory_xact_lock" -> advisory(index);
            case "(", "," -> group(index);
            default -> {}
        }
    }

    /** What follows the keyword, each part of it that {@code and} joins. */
    private void condition(int from) {
        int end = conditionEnd(from);
        List<Integer> ors = inside(from, end, "or");
        if (ors.isEmpty()) {
            conjuncts(from, end);
        } else {
            isTrue(sql.startAfter(from), sql.endBefore(end));
            disjuncts(from, end, ors);
        }
    }

    private int conditionEnd(int from) {
        int end = sql.next(from, CONDITION_ENDS);
        // "is distinct from" goes on.
        while (sql.word(end).is("from") && sql.word(end - 1).is("distinct")) {
            end = sql.next(end, CONDITION_ENDS);
        }
        return end;
    }

    /** A condition in parentheses, or one that is handed to a function. */
    private void group(int open) {
        int end = sql.next(open, Set.of(","));
        boolean query = inside(open, end, "select", "from", "join", "where", "when").stream()
                .anyMatch(word -> !sql.word(word - 1).is("distinct"));
        if (sql.word(open).depth() > 0 && !query) {
            disjuncts(open, end, inside(open, end, "or"));
        }
    }

    private void disjuncts(int from, int end, List<Integer> ors) {
        int start = from;
        for (int or : ors) {
            joined(start, or);
            start = or;
        }
        joined(start, end);
    }

    private void joined(int from, int end) {
        if (!inside(from, end, "and").isEmpty()) {
            conjuncts(from, end);
        }
    }

    private void conjuncts(int from, int end) {
        int start = from;
        for (int and : inside(from, end, "and")) {
            isTrue(sql.startAfter(start), sql.endBefore(and));
            start = and;
        }
        isTrue(sql.startAfter(start), sql.endBefore(end));
    }

    private List<Integer> inside(int from, int end, String... words) {
        List<Integer> found = new ArrayList<>();
        int depth = sql.word(from).depth();
        for (int i = from + 1; i < end; i++) {
            if (sql.word(i).depth() == depth && sql.word(i).is(words)) {
                found.add(i);
            }
        }
        return found;
    }

    private void isTrue(int start, int end) {
        String condition = sql.text().substring(start, end);
        if (!condition.equals("true")) {
            add(condition, start, end, "(true or " + condition + ")");
        }
    }

    private void clause(int index) {
        int start = sql.word(index).start();
        int end = sql.endBefore(sql.next(index, CLAUSE_ENDS));
        add(sql.text().substring(start, end), start, end, "");
    }

    private void number(int index, String replacement) {
        int start = sql.startAfter(index);
        int end = sql.endBefore(sql.next(index, CLAUSE_ENDS));
        String number = sql.text().substring(start, end);
        String without = "case when true then %s::bigint else (%s)::bigint end".formatted(replacement, number);
        add(sql.word(index).text() + " " + number, start, end, without);
    }

    private void lock(int index) {
        clause(index);
        int end = sql.next(index, Set.of());
        for (int skip : inside(index, end, "skip")) {
            add("skip locked", sql.word(skip).start(), sql.word(skip + 1).end(), "");
        }
    }

    /** A row that takes over what is there never does; one that gives way is inserted, and fails. */
    private void conflict(int index) {
        int start = sql.word(index).start();
        int end = sql.endBefore(sql.next(index, Set.of("returning", "select")));
        String text = sql.text().substring(start, end);
        int update = text.indexOf("do update");
        int where = start + text.lastIndexOf("where ") + "where ".length();
        if (update < 0) {
            add(text, start, end, "");
        } else {
            add(
                    text.substring(0, update) + "do update",
                    where,
                    end,
                    "false and (" + sql.text().substring(where, end) + ")");
        }
    }

    private void advisory(int index) {
        boolean isCondition = sql.word(index - 1).is("where", "and");
        if (!isCondition) {
            int end = sql.word(sql.next(index + 1, Set.of())).end();
            isTrue(sql.word(index).start(), end);
        }
    }

    /** A day's number, which a pattern was given, is a parameter as well. */
    private void add(String text, int start, int end, String instead) {
        String plain = text.strip().replaceAll("\\s+", " ").replaceAll("\\$\\d+|(?<== )\\d{4,}", "?");
        String shown = plain.length() > LONGEST ? plain.substring(0, LONGEST) + " …" : plain;
        String table = sql.tableAt(start);
        int ordinal = 1;
        while (cuts.containsKey(new Guard(statement, table, shown, ordinal))) {
            ordinal++;
        }
        cuts.put(new Guard(statement, table, shown, ordinal), new Cut(start, end, instead));
    }
}
