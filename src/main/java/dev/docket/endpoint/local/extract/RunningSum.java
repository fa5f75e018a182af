package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.local.value.Figure;
import dev.docket.endpoint.local.value.ReadNumber;
import dev.docket.endpoint.local.value.Spelling;
import dev.docket.endpoint.schema.Wanted;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows the rows of a table that sum up those before them by what they say, not by what they are called. */
final class RunningSum {
    private static final Set<Wanted.Kind> NUMBERS = Set.of(Wanted.Kind.NUMBER, Wanted.Kind.INTEGER);

    private final Spelling spelling;
    private Integer amount;
    private List<Integer> others = List.of();
    private BigDecimal sum = BigDecimal.ZERO;

    RunningSum(Spelling spelling) {
        this.spelling = spelling;
    }

    /** Goes on with a table whose columns are these. */
    void begin(Columns columns) {
        amount = columns.byTarget().entrySet().stream()
                .filter(each -> isAmount(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        others = columns.byTarget().entrySet().stream()
                .filter(each -> !each.getValue().equals(amount) && isNumber(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Whether a target is what a line of a bill comes to. */
    static boolean isAmount(Target target) {
        return isNumber(target)
                && target.isAbout("total", "amount")
                && !target.isAbout("tax", "discount", "quantity", "unit");
    }

    private static boolean isNumber(Target target) {
        return target.wanted().kinds().stream().anyMatch(NUMBERS::contains);
    }

    /** Counts a row that is an entry. */
    void add(List<String> row) {
        BigDecimal value = amount == null ? null : value(row, amount);
        sum = value == null ? sum : sum.add(value);
    }

    /** Whether the row has only an amount, and that is what the entries before come to. */
    boolean is(List<String> row) {
        if (amount == null || others.isEmpty() || sum.signum() == 0) {
            return false;
        }
        BigDecimal value = value(row, amount);
        return value != null
                && value.compareTo(sum) == 0
                && others.stream().allMatch(column -> value(row, column) == null);
    }

    private BigDecimal value(List<String> row, int column) {
        String cell = TableView.cell(row, column);
        return cell.length() > 60
                ? null
                : ReadNumber.only(cell, spelling).map(Figure::value).orElse(null);
    }
}
