package dev.docket.endpoint.local.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.label.Concepts;
import dev.docket.endpoint.local.value.Currencies;
import dev.docket.endpoint.local.value.ReadDate;
import dev.docket.endpoint.schema.Wanted;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds values that need no label: known by their form, by examples, by being one of a few words, or as the title. */
final class FindByForm {
    private static final int MOST_OF_A_FORM = 1000;
    private static final int LONGEST_AMOUNT = 60;
    private static final double ONLY_ONE = 0.62;
    private static final double FIRST = 0.43;
    private static final double CURRENCY = 0.85;
    private static final double TITLE = 0.5;
    private static final double DATED = 0.58;
    private static final double FIRST_DATE = 0.46;

    private final Scene scene;
    private final Map<PatternOf.Kind, List<Bit>> byForm = new EnumMap<>(PatternOf.Kind.class);
    private final List<Bit> dates = new ArrayList<>();
    private final Map<String, Integer> currencies = new HashMap<>();
    private final Map<String, Set<String>> byShape = new HashMap<>();
    private final FindChoice choices;

    FindByForm(Scene scene) {
        this.scene = scene;
        choices = new FindChoice(scene, currencies.keySet());
        for (int page = 0; page < scene.pages.count(); page++) {
            for (List<Bit> line : scene.pages.lines(page)) {
                WorkStopped.check();
                line.forEach(this::look);
            }
        }
    }

    List<Candidate> of(Target target) {
        List<Candidate> found = new ArrayList<>();
        if (!target.wanted().choices().isEmpty()) {
            found.addAll(choices.of(target));
        }
        if (!target.wanted().kinds().contains(Wanted.Kind.STRING)) {
            return found;
        }
        date(target, found);
        for (PatternOf.Kind kind : PatternOf.Kind.values()) {
            if (asksFor(target, kind)) {
                formed(target, kind, found);
            }
        }
        if (target.isAbout("currency") && !currencies.isEmpty()) {
            currency(target, found);
        }
        examples(target, found);
        if (target.own().concepts().equals(Set.of("title")) && scene.pages.count() > 0) {
            title(target, found);
        }
        return found;
    }

    /** The date of the document itself, which stands above all others where no label tells. */
    private void date(Target target, List<Candidate> found) {
        Set<String> own = new HashSet<>(target.own().concepts());
        own.removeIf(concept -> Concepts.KNOWN.isKind(concept) || concept.equals("issue"));
        if (!own.equals(Set.of("date")) || !target.around().isEmpty() || dates.isEmpty()) {
            return;
        }
        Fit fit = scene.fits.fit(target, Spot.unnamed(dates.get(0)));
        if (fit != null) {
            found.add(new Candidate(target, fit.value(), dates.size() == 1 ? DATED : FIRST_DATE, dates.get(0)));
        }
    }

    /** All values of a form, for a list of them. */
    List<Bit> all(PatternOf.Kind kind) {
        return byForm.getOrDefault(kind, List.of());
    }

    private void look(Bit bit) {
        String text = bit.text();
        if (text.length() > 2000) {
            return;
        }
        for (PatternOf.Kind kind : PatternOf.Kind.values()) {
            List<Bit> known = byForm.computeIfAbsent(kind, none -> new ArrayList<>());
            PatternOf.all(text, kind, MOST_OF_A_FORM - known.size()).forEach(found -> known.add(bit.reading(found)));
        }
        if (dates.size() < MOST_OF_A_FORM && bit.page() == 0 && text.length() < LONGEST_AMOUNT) {
            ReadDate.all(text, scene.spelling).forEach(date -> dates.add(bit));
        }
        String currency = text.length() < LONGEST_AMOUNT ? Currencies.in(text) : null;
        if (currency != null) {
            currencies.merge(currency, 1, Integer::sum);
        }
        if (byShape.size() < MOST_OF_A_FORM) {
            for (String word : text.split("\\s+")) {
                String code = word.replaceAll("^[(:,.;]+|[):,.;]+$", "");
                if (code.length() >= 4 && code.chars().anyMatch(Character::isDigit)) {
                    byShape.computeIfAbsent(Shape.of(code), none -> new LinkedHashSet<>())
                            .add(code);
                }
            }
        }
    }

    private static boolean asksFor(Target target, PatternOf.Kind kind) {
        String format = String.valueOf(target.wanted().format());
        return switch (kind) {
            case EMAIL -> format.equals("email") || target.isAbout("email");
            case URL -> format.equals("uri") || target.isAbout("website");
            case UUID -> format.equals("uuid");
            case IPV4 -> format.equals("ipv4");
            case TAX_ID -> target.own().has("tax") && target.own().has("id");
            case BIC -> false;
            default -> target.isAbout(kind.concept);
        };
    }

    private void formed(Target target, PatternOf.Kind kind, List<Candidate> found) {
        List<Bit> all = byForm.getOrDefault(kind, List.of());
        long different = all.stream().map(Bit::text).distinct().count();
        for (int at = 0; at < Math.min(3, all.size()); at++) {
            double likelihood = different == 1 ? ONLY_ONE : FIRST - 0.02 * at;
            add(
                    target,
                    TextNode.valueOf(all.get(at).text()),
                    kind == PatternOf.Kind.IBAN ? likelihood + 0.25 : likelihood,
                    all.get(at),
                    found);
        }
    }

    private void currency(Target target, List<Candidate> found) {
        int all = currencies.values().stream().mapToInt(Integer::intValue).sum();
        currencies.forEach((code, count) -> add(target, TextNode.valueOf(code), CURRENCY * count / all, null, found));
    }

    private void examples(Target target, List<Candidate> found) {
        for (JsonNode example : target.wanted().note().examples()) {
            String shape = Shape.of(example.asText());
            Set<String> same = byShape.getOrDefault(shape, Set.of());
            if (example.isTextual() && shape.length() > 1 && same.size() == 1) {
                add(target, TextNode.valueOf(same.iterator().next()), ONLY_ONE, null, found);
            }
        }
    }

    /** The largest text of the first lines. */
    private void title(Target target, List<Candidate> found) {
        scene.pages.lines(0).stream()
                .limit(12)
                .flatMap(List::stream)
                .filter(bit -> bit.text().length() < 120 && bit.text().chars().anyMatch(Character::isLetter))
                .reduce((one, other) -> other.box().height() > one.box().height() + 0.5 ? other : one)
                .ifPresent(bit -> add(target, TextNode.valueOf(bit.text()), TITLE, bit, found));
    }

    private static void add(Target target, JsonNode value, double likelihood, Bit at, List<Candidate> found) {
        if (target.wanted().rule().accepts(value)) {
            found.add(new Candidate(target, value, likelihood, at));
        }
    }
}
