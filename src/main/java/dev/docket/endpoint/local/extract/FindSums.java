package dev.docket.endpoint.local.extract;

import com.fasterxml.jackson.databind.node.DecimalNode;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.value.Figure;
import dev.docket.endpoint.local.value.ReadNumber;
import dev.docket.endpoint.schema.Wanted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the sums of a bill by what they must come to: the net amount is that of all entries, and with the tax it makes
 * the gross amount; or, where prices have the tax in them, the gross amount is that of all entries.
 */
final class FindSums {
    private static final double SURE = 0.84;
    private static final double ALONE = 0.6;
    private static final int MOST_FIGURES = 5000;
    private static final int LONGEST = 60;
    private static final BigDecimal HIGHEST_RATE = new BigDecimal("0.35");

    private final Map<BigDecimal, Bit> figures = new TreeMap<>();
    private BigDecimal net;
    private BigDecimal tax;
    private BigDecimal gross;

    FindSums(Scene scene, Collection<Entries> entries) {
        List<BigDecimal> sums = entries.stream()
                .map(FindSums::sum)
                .filter(sum -> sum.signum() > 0)
                .toList();
        if (sums.isEmpty()) {
            return;
        }
        for (int page = 0; page < scene.pages.count(); page++) {
            for (List<Bit> line : scene.pages.lines(page)) {
                WorkStopped.check();
                line.forEach(bit -> look(bit, scene));
            }
        }
        sums.stream().filter(figures::containsKey).findFirst().ifPresent(this::complete);
    }

    private static BigDecimal sum(Entries entries) {
        List<Candidate> amounts = new ArrayList<>();
        for (Map<String, Candidate> row : entries.rows()) {
            row.values().stream()
                    .filter(each -> each.value().isNumber() && RunningSum.isAmount(each.target()))
                    .findFirst()
                    .ifPresent(amounts::add);
        }
        return amounts.stream().map(each -> each.value().decimalValue()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Of equal figures the last has the place, as sums stand below what they sum up. */
    private void look(Bit bit, Scene scene) {
        if (bit.text().length() <= LONGEST && figures.size() < MOST_FIGURES) {
            for (Figure figure : ReadNumber.all(bit.text(), scene.spelling)) {
                if (!figure.percent()) {
                    figures.put(figure.value().stripTrailingZeros(), bit);
                }
            }
        }
    }

    private void complete(BigDecimal written) {
        BigDecimal sum = written.stripTrailingZeros();
        for (BigDecimal other : figures.keySet()) {
            boolean rate = other.signum() > 0 && other.compareTo(sum.multiply(HIGHEST_RATE)) <= 0;
            if (rate && figures.containsKey(sum.add(other).stripTrailingZeros())) {
                net = sum;
                tax = other;
                gross = sum.add(other).stripTrailingZeros();
            } else if (rate
                    && net == null
                    && figures.containsKey(sum.subtract(other).stripTrailingZeros())) {
                net = sum.subtract(other).stripTrailingZeros();
                tax = other;
                gross = sum;
            }
        }
        net = tax == null ? sum : net;
    }

    List<Candidate> of(Target target) {
        BigDecimal value = value(target);
        if (value == null || !target.wanted().kinds().contains(Wanted.Kind.NUMBER)) {
            return List.of();
        }
        BigDecimal plain = value.scale() < 2 ? value.setScale(2) : value;
        DecimalNode found = DecimalNode.valueOf(plain);
        return target.wanted().rule().accepts(found)
                ? List.of(new Candidate(target, found, tax == null ? ALONE : SURE, figures.get(value)))
                : List.of();
    }

    private BigDecimal value(Target target) {
        if (target.isAbout("rate", "id", "number", "salary", "item", "unit", "quantity", "discount", "date")) {
            return null;
        }
        if (target.isAbout("subtotal", "net")) {
            return net;
        }
        if (target.own().has("tax")) {
            return tax;
        }
        return target.isAbout("gross", "total")
                        || target.own().has("due") && target.own().has("amount")
                ? gross
                : null;
    }
}
