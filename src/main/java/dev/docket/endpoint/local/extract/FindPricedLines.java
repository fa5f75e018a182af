package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.local.value.Figure;
import dev.docket.endpoint.local.value.ReadNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds entries that nothing heads, as on a receipt: lines that begin with words and end in an amount. */
final class FindPricedLines {
    private static final int FEWEST = 2;
    private static final double SCORE = 0.6;
    private static final Pattern TIMES = Pattern.compile("(\\d{1,4}) ?[xX×*] ?(?=\\p{L})");

    /** A table without a head, and its columns. */
    record Priced(TableView table, Columns columns) {}

    private final Scene scene;

    FindPricedLines(Scene scene) {
        this.scene = scene;
    }

    /** The longest run of such lines; empty for entries that have no text or no price. */
    Optional<Priced> find(List<Target> targets) {
        Target quantity = targets.stream()
                .filter(target -> target.isAbout("quantity"))
                .findFirst()
                .orElse(null);
        Target text = targets.stream()
                .filter(target -> target.isAbout("description", "item", "name"))
                .findFirst()
                .orElse(null);
        Target price = targets.stream()
                .filter(target -> target.isAbout("price", "amount", "total"))
                .findFirst()
                .orElse(null);
        List<List<String>> rows = text == null || price == null ? List.of() : longest();
        if (rows.size() < FEWEST) {
            return Optional.empty();
        }
        Map<Target, Integer> columns = new LinkedHashMap<>();
        columns.put(text, 0);
        columns.put(price, 1);
        Map<Target, Double> scores = new HashMap<>();
        if (quantity != null && rows.stream().anyMatch(row -> !row.get(2).isEmpty())) {
            columns.put(quantity, 2);
        }
        columns.keySet().forEach(target -> scores.put(target, SCORE));
        return Optional.of(new Priced(new TableView(rows, Label.NONE, 0), new Columns(-1, columns, scores)));
    }

    private List<List<String>> longest() {
        List<List<String>> longest = List.of();
        for (int page = 0; page < scene.pages.count(); page++) {
            List<List<String>> run = new ArrayList<>();
            for (List<Bit> line : scene.pages.lines(page)) {
                WorkStopped.check();
                if (isPriced(line)) {
                    run.add(row(line.get(0).text(), line.get(line.size() - 1).text()));
                    longest = run.size() > longest.size() ? run : longest;
                } else {
                    run = new ArrayList<>();
                }
            }
        }
        return longest;
    }

    /** The text, the price, and the quantity that the text may begin with. */
    private static List<String> row(String text, String price) {
        Matcher times = TIMES.matcher(text);
        return times.lookingAt()
                ? List.of(text.substring(times.end()), price, times.group(1))
                : List.of(text, price, "");
    }

    private boolean isPriced(List<Bit> line) {
        if (line.size() < 2) {
            return false;
        }
        String text = line.get(0).text();
        List<Figure> figures = ReadNumber.all(line.get(line.size() - 1).text(), scene.spelling);
        boolean amount = figures.size() == 1
                && figures.get(0).value().scale() == 2
                && figures.get(0).rest() <= 2
                && !figures.get(0).percent();
        return amount
                && text.chars().filter(Character::isLetter).count() > 2
                && !ReadRows.isSumLabel(text)
                && !scene.vocabulary.isNothingButLabel(text);
    }
}
