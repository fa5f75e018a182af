package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.local.label.Concepts;
import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.local.label.Vocabulary;
import dev.docket.endpoint.local.label.Words;
import dev.docket.endpoint.schema.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the labels that a document may have for a property: by its name, title and description, and what will do. */
final class NameProperty {
    private static final double TITLE = 0.98;
    private static final double QUOTED = 0.98;
    private static final double WITHOUT_UNIT = 0.97;
    private static final double DESCRIPTION = 0.88;
    private static final double INSTEAD = 0.8;
    private static final int MOST_CONCEPTS = 5;
    private static final int LONGEST_DESCRIPTION = 2000;
    private static final Set<String> UNITS = Set.of(
            ("mm cm m km m2 m3 sqm sqft ft g kg t lb lbs oz l ml h hrs min s ms w kw kwh mwh v kv a ma hz mhz ghz pa bar"
                            + " c celsius f eur usd gbp chf pct percent days months years")
                    .split(" "));
    private static final Pattern QUOTE = Pattern.compile("[\"'“„«‘`]([^\"'”“»’`]{2,40})[\"'”“»’`]");
    private static final Pattern CLAUSE_END =
            Pattern.compile("[.,;:(\\n]| (?:of the|as|which|that|in|when|e\\.g|if|for) ");

    private NameProperty() {}

    /** The labels, the surest first. */
    static List<Target.Name> names(String name, Note note, Label around) {
        List<Target.Name> names = new ArrayList<>();
        add(Label.ofName(name), 1, names);
        add(withoutUnit(name), WITHOUT_UNIT, names);
        if (note.title() != null) {
            add(Label.ofName(note.title()), TITLE, names);
        }
        if (note.description() != null) {
            described(note.description(), names);
        }
        if (names.isEmpty()) {
            names.add(new Target.Name(Label.NONE, 0));
        }
        for (Target.Name sure : List.copyOf(names)) {
            Concepts.KNOWN.insteadOf(sure.label()).forEach(label -> add(label, sure.weight() * INSTEAD, names));
            Concepts.KNOWN
                    .insteadOf(around.and(sure.label()))
                    .forEach(label -> add(label, sure.weight() * INSTEAD, names));
        }
        return List.copyOf(names);
    }

    /** The name without a unit at its end, which a document rather writes behind the value: {@code height_mm}. */
    private static Label withoutUnit(String name) {
        List<String> words = Words.ofName(name);
        boolean unit = words.size() > 1 && UNITS.contains(words.get(words.size() - 1));
        return unit ? Concepts.KNOWN.label(words.subList(0, words.size() - 1)) : Label.NONE;
    }

    /** What a description puts in quotes is a label as it stands; else its first words may be one. */
    private static void described(String description, List<Target.Name> names) {
        String text = description.substring(0, Math.min(LONGEST_DESCRIPTION, description.length()));
        int quotes = 0;
        for (Matcher quote = QUOTE.matcher(text); quote.find() && quotes < 5; quotes++) {
            add(Vocabulary.label(quote.group(1)), QUOTED, names);
        }
        Matcher end = CLAUSE_END.matcher(text);
        String clause = end.find(Math.min(3, text.length())) ? text.substring(0, end.start()) : text;
        add(Label.of(clause), DESCRIPTION, names);
    }

    private static void add(Label label, double weight, List<Target.Name> names) {
        boolean known = names.stream().anyMatch(name -> name.label().equals(label));
        if (!label.isEmpty() && label.concepts().size() <= MOST_CONCEPTS && !known) {
            names.add(new Target.Name(label, weight));
        }
    }
}
