package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.document.SplitLabel;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.local.label.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the rows of a table as entries: without sums and repeated heads, lines that go on joined to their entry. */
final class ReadRows {
    private static final int MOST_ENTRIES = 200_000;

    /** Entries that could be taken for labels and values: those of which a page shows no more. */
    private static final int MOST_SEEN = 2000;

    private static final Pattern DIGIT = Pattern.compile("\\d");

    private final Scene scene;
    private final TableView table;
    private final Columns columns;
    private final Target key;
    private final RunningSum sum;

    /**
     * @param key the target without which a row is no entry of its own, or null
     * @param sum of the entries so far
     */
    ReadRows(Scene scene, TableView table, Columns columns, Target key, RunningSum sum) {
        this.sum = sum;
        this.scene = scene;
        this.table = table;
        this.columns = columns;
        this.key = key;
    }

    Entries read() {
        List<List<String>> entries = new ArrayList<>();
        List<String> head = columns.head() < 0 ? List.of() : table.rows().get(columns.head());
        int last = lastEntry();
        sum.begin(columns);
        for (int at = columns.head() + 1; at < table.rows().size(); at++) {
            WorkStopped.check();
            List<String> row = table.rows().get(at);
            if (row.equals(head) || isEmpty(row) || isHead(row, head) || sum.is(row)) {
                continue;
            }
            if (isSum(row)) {
                if (!entries.isEmpty() && at > last) {
                    break;
                }
                continue;
            }
            if (goesOn(row) && !entries.isEmpty()) {
                entries.set(entries.size() - 1, joined(entries.get(entries.size() - 1), row));
            } else if (entries.size() < MOST_ENTRIES) {
                entries.add(row);
                sum.add(row);
            }
        }
        List<Map<String, Candidate>> rows = entries.stream()
                .map(this::values)
                .filter(values -> !values.isEmpty())
                .toList();
        Set<String> cells =
                entries.stream().limit(MOST_SEEN).flatMap(List::stream).collect(Collectors.toSet());
        return new Entries(rows, Set.copyOf(new HashSet<>(head)), cells);
    }

    static Spot spot(String cell) {
        Bit bit = new Bit(0, -1, 0, 0, cell.replace('\n', ' ').strip(), null);
        return Spot.unnamed(bit);
    }

    private Map<String, Candidate> values(List<String> row) {
        Map<String, Candidate> values = new HashMap<>();
        columns.byTarget().forEach((target, column) -> {
            String cell = TableView.cell(row, column);
            Fit fit = cell.isBlank() ? null : scene.fits.fit(target, spot(cell));
            if (fit != null) {
                double likelihood = Math.min(0.99, columns.scores().get(target) * fit.weight());
                values.put(target.path(), new Candidate(target, fit.value(), likelihood, null));
            }
        });
        return values;
    }

    /** Whether the row names the columns again, as at the top of a page, perhaps in other words. */
    private static boolean isHead(List<String> row, List<String> head) {
        int alike = 0;
        int filled = 0;
        for (int at = 0; at < Math.min(row.size(), head.size()); at++) {
            Label label = Vocabulary.label(row.get(at));
            Label above = Vocabulary.label(head.get(at));
            filled += row.get(at).isBlank() ? 0 : 1;
            alike += label.concepts().stream().anyMatch(above::has) ? 1 : 0;
        }
        return alike > 1
                && 2 * alike >= filled
                && row.stream().noneMatch(cell -> DIGIT.matcher(cell).find());
    }

    private boolean isEmpty(List<String> row) {
        return columns.byTarget().values().stream()
                .allMatch(column -> TableView.cell(row, column).isBlank());
    }

    /** Whether the row sums up the others: few of its cells are filled, and one says so. */
    private boolean isSum(List<String> row) {
        long filled = row.stream().filter(cell -> !cell.isBlank()).count();
        if (filled > Math.max(2, (columns.byTarget().size() + 1) / 2)) {
            return false;
        }
        return row.stream().anyMatch(ReadRows::isSumLabel);
    }

    static boolean isSumLabel(String cell) {
        if (cell.isBlank() || cell.length() > 40) {
            return false;
        }
        String words =
                SplitLabel.at(cell, 0).map(at -> cell.substring(0, at.end())).orElse(cell);
        Label label = Vocabulary.label(words);
        boolean sum = label.has("total")
                || label.has("subtotal")
                || label.has("tax")
                || label.has("due")
                || label.has("balance")
                || label.has("net")
                || label.has("gross");
        return sum && label.concepts().size() <= 4;
    }

    /** The last row that is an entry for sure; a sum behind it ends the table, one before it only a page. */
    private int lastEntry() {
        for (int at = table.rows().size() - 1; at > columns.head(); at--) {
            WorkStopped.check();
            List<String> row = table.rows().get(at);
            if (!isSum(row)
                    && filledTargets(row) >= Math.max(2, columns.byTarget().size() - 1)) {
                return at;
            }
        }
        return 0;
    }

    private long filledTargets(List<String> row) {
        return columns.byTarget().values().stream()
                .filter(column -> !TableView.cell(row, column).isBlank())
                .count();
    }

    /** Whether the row only goes on with the text of the one before. */
    private boolean goesOn(List<String> row) {
        if (key != null && columns.byTarget().containsKey(key)) {
            return TableView.cell(row, columns.byTarget().get(key)).isBlank();
        }
        long filled = row.stream().filter(cell -> !cell.isBlank()).count();
        boolean words = row.stream()
                .filter(cell -> !cell.isBlank())
                .allMatch(cell -> cell.chars().anyMatch(Character::isLetter));
        return filled == 1 && words && columns.byTarget().size() > 2;
    }

    private static List<String> joined(List<String> row, List<String> more) {
        List<String> joined = new ArrayList<>(row);
        for (int column = 0; column < more.size(); column++) {
            if (more.get(column).isBlank()) {
                continue;
            }
            while (joined.size() <= column) {
                joined.add("");
            }
            String before = joined.get(column);
            joined.set(column, before.isBlank() ? more.get(column) : before + " " + more.get(column));
        }
        return joined;
    }
}
