package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.value.Figure;
import dev.docket.endpoint.local.value.ReadNumber;
import dev.docket.endpoint.local.value.Spelling;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the columns of quantities, prices and amounts by what they must hold: that one times the other is the third. */
final class MatchProducts {
    private static final int SAMPLE = 24;
    private static final int MOST_COLUMNS = 10;
    private static final double MOSTLY = 0.7;
    private static final double SCORE = 0.7;
    private static final BigDecimal CENT = new BigDecimal("0.011");

    private final TableView table;
    private final Spelling spelling;
    private final int from;

    private MatchProducts(TableView table, int from, Spelling spelling) {
        this.table = table;
        this.from = from;
        this.spelling = spelling;
    }

    /** Adds the columns that the heads did not tell. */
    static Columns add(TableView table, Columns columns, List<Target> targets, Spelling spelling) {
        Target quantity = find(targets, "quantity", "hours");
        Target price = find(targets, "price");
        Target amount = targets.stream()
                .filter(target -> target.isAbout("total", "amount") && !target.isAbout("price", "tax", "discount"))
                .findFirst()
                .orElse(null);
        if (quantity == null || price == null || amount == null || table.columns() < 3) {
            return columns;
        }
        List<Target> three = List.of(quantity, price, amount);
        if (columns.byTarget().keySet().containsAll(three)) {
            return columns;
        }
        int[] found = new MatchProducts(table, columns.head() + 1, spelling).find(three, columns.byTarget());
        if (found == null) {
            return columns;
        }
        Map<Target, Integer> byTarget = new LinkedHashMap<>(columns.byTarget());
        Map<Target, Double> scores = new HashMap<>(columns.scores());
        for (int at = 0; at < 3; at++) {
            int column = found[at];
            // What has been matched to the column by a weaker reason makes room.
            byTarget.entrySet().removeIf(each -> each.getValue() == column && !three.contains(each.getKey()));
            byTarget.put(three.get(at), column);
            scores.merge(three.get(at), SCORE, Math::max);
        }
        scores.keySet().retainAll(byTarget.keySet());
        return new Columns(columns.head(), byTarget, scores);
    }

    private static Target find(List<Target> targets, String... concepts) {
        return targets.stream()
                .filter(target -> target.isAbout(concepts))
                .findFirst()
                .orElse(null);
    }

    private int[] find(List<Target> three, Map<Target, Integer> known) {
        List<BigDecimal[]> rows = numbers();
        int columns = Math.min(MOST_COLUMNS, table.columns());
        for (int quantity = 0; quantity < columns; quantity++) {
            for (int price = 0; price < columns; price++) {
                for (int amount = 0; amount < columns; amount++) {
                    int[] tried = {quantity, price, amount};
                    if (isPossible(tried, three, known) && holds(rows, tried)) {
                        return tried;
                    }
                }
            }
        }
        return null;
    }

    private static boolean isPossible(int[] tried, List<Target> three, Map<Target, Integer> known) {
        boolean different = tried[0] != tried[1] && tried[1] != tried[2] && tried[0] != tried[2];
        for (int at = 0; at < 3; at++) {
            different &= known.getOrDefault(three.get(at), tried[at]) == tried[at];
        }
        return different;
    }

    private boolean holds(List<BigDecimal[]> rows, int[] tried) {
        WorkStopped.check();
        int full = 0;
        int right = 0;
        boolean telling = false;
        for (BigDecimal[] row : rows) {
            BigDecimal quantity = row[tried[0]];
            BigDecimal price = row[tried[1]];
            BigDecimal amount = row[tried[2]];
            if (quantity == null || price == null || amount == null || amount.signum() == 0) {
                continue;
            }
            full++;
            boolean holds = quantity.multiply(price).subtract(amount).abs().compareTo(CENT) <= 0;
            right += holds ? 1 : 0;
            telling |= holds && price.compareTo(BigDecimal.ONE) != 0 && quantity.scale() <= price.scale();
        }
        return full > 0 && telling && right >= MOSTLY * full && 2 * full >= rows.size();
    }

    private List<BigDecimal[]> numbers() {
        List<BigDecimal[]> rows = new ArrayList<>();
        int columns = Math.min(MOST_COLUMNS, table.columns());
        for (int at = from; at < table.rows().size() && rows.size() < SAMPLE; at++) {
            BigDecimal[] row = new BigDecimal[columns];
            int filled = 0;
            for (int column = 0; column < columns; column++) {
                String cell = TableView.cell(table.rows().get(at), column);
                Figure figure = cell.length() > 40
                        ? null
                        : ReadNumber.only(cell, spelling).orElse(null);
                row[column] = figure == null || figure.rest() > 6 ? null : figure.value();
                filled += row[column] == null ? 0 : 1;
            }
            if (filled >= 3) {
                rows.add(row);
            }
        }
        return rows;
    }
}
