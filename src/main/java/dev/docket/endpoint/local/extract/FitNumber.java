package dev.docket.endpoint.local.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.local.value.Figure;
import dev.docket.endpoint.local.value.Moment;
import dev.docket.endpoint.local.value.ReadDate;
import dev.docket.endpoint.local.value.ReadNumber;
import dev.docket.endpoint.local.value.Spelling;
import dev.docket.endpoint.schema.Wanted;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a text as a number: of several the one that counts what is asked for. */
final class FitNumber {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Characters between a label in running text and its number: a currency, a verb. */
    private static final int NEAR = 6;

    private static final int NEAR_BY = 20;
    private static final Pattern UNIT = Pattern.compile("\\s?(\\p{L}{2,20})");
    private static final Pattern CODE = Pattern.compile("\\d{3}[ -]|[ -]\\d{3}(?!\\d)|[A-Z]\\d");

    private FitNumber() {}

    static Fit fit(Target target, Spot spot, Spelling spelling) {
        String text = spot.value().text();
        List<Moment> dates = ReadDate.all(text, spelling);
        if (target.isAbout("year") && !dates.isEmpty()) {
            return Fit.of(
                    JsonNodeFactory.instance.numberNode(dates.get(0).date().getYear()), 0.8, "year");
        }
        List<Figure> figures = ReadNumber.all(text, spelling).stream()
                .filter(figure ->
                        dates.stream().noneMatch(date -> figure.start() < date.end() && date.start() < figure.end()))
                .toList();
        boolean rate = target.isAbout("rate");
        Figure figure = choose(figures, rate);
        if (figure == null) {
            return null;
        }
        JsonNode value = value(target, figure);
        if (value == null) {
            return null;
        }
        double weight = weight(figure, spot) * (figure.percent() == rate ? 1 : rate ? 0.75 : 0.3);
        if (figure.percent()) {
            return Fit.of(value, weight, "rate");
        }
        boolean money = figure.currency() != null || figure.value().scale() == 2;
        if (money) {
            return Fit.of(value, weight, "amount");
        }
        return new Fit(value, weight, new Label(Set.of("number", "quantity")).and(unit(text.substring(figure.end()))));
    }

    /** What the word behind a number says it counts, as hours. */
    private static Label unit(String behind) {
        Matcher word = UNIT.matcher(behind);
        return word.lookingAt() ? Label.of(word.group(1)) : Label.NONE;
    }

    private static Figure choose(List<Figure> figures, boolean rate) {
        List<Figure> fitting =
                figures.stream().filter(figure -> figure.percent() == rate).toList();
        List<Figure> from = fitting.isEmpty() ? figures : fitting;
        if (from.size() < 2) {
            return from.isEmpty() ? null : from.get(0);
        }
        return from.stream()
                .filter(figure -> figure.currency() != null && figure.value().scale() > 0)
                .findFirst()
                .or(() -> from.stream()
                        .filter(figure -> figure.value().scale() > 0)
                        .reduce((one, last) -> last))
                .orElse(from.get(0));
    }

    private static double weight(Figure figure, Spot spot) {
        if (isCode(figure, spot.value().text())) {
            return 0.2;
        }
        if (spot.kind() == Spot.Kind.WITHIN || spot.kind() == Spot.Kind.LEADING) {
            int start = figure.start();
            return start <= NEAR ? 0.97 : start <= NEAR_BY ? 0.85 : figure.rest() <= 8 ? 0.8 : 0.5;
        }
        int rest = figure.rest();
        return rest == 0 ? 1 : rest <= 4 ? 0.95 : rest <= 12 ? 0.8 : rest <= 30 ? 0.6 : 0.4;
    }

    /** Zeros at the front, or more groups of digits around, make a code and not a count. */
    private static boolean isCode(Figure figure, String text) {
        boolean zeros = figure.end() - figure.start() > 1
                && text.charAt(figure.start()) == '0'
                && Character.isDigit(text.charAt(figure.start() + 1));
        String around = text.substring(0, figure.start()) + text.substring(figure.end());
        return zeros || figure.value().scale() <= 0 && CODE.matcher(around).find();
    }

    private static JsonNode value(Target target, Figure figure) {
        BigDecimal number = figure.value();
        JsonNode most = target.wanted().rule().bound("maximum");
        if (figure.percent() && most != null && most.decimalValue().compareTo(BigDecimal.ONE) <= 0) {
            number = number.divide(HUNDRED);
        }
        if (!target.wanted().kinds().contains(Wanted.Kind.NUMBER)) {
            BigDecimal whole = number.stripTrailingZeros();
            if (whole.scale() > 0) {
                return null;
            }
            return JsonNodeFactory.instance.numberNode(whole.toBigInteger());
        }
        return DecimalNode.valueOf(number);
    }
}
