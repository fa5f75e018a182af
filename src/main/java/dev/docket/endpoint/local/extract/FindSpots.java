package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.document.FormField;
import dev.docket.endpoint.document.ReadDocument;
import dev.docket.endpoint.document.SplitLabel;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.local.label.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the spots of a document whose labels mean something that a schema asks for. */
final class FindSpots {
    private static final int MOST_SPOTS = 50_000;
    private static final int LONGEST_PHRASE = 4000;
    private static final int LONGEST_LABEL = 60;
    private static final Label RATE = new Label(Set.of("rate"));
    private static final Pattern SHARE = Pattern.compile("(?<![\\d.,])\\d{1,3}(?:[.,]\\d{1,3})? ?%");

    private final Pages pages;
    private final Vocabulary vocabulary;
    private final Neighbours neighbours;
    private final List<Spot> spots = new ArrayList<>();

    private FindSpots(Pages pages, Vocabulary vocabulary) {
        this.pages = pages;
        this.vocabulary = vocabulary;
        neighbours = new Neighbours(pages, vocabulary);
    }

    static List<Spot> find(ReadDocument read, Pages pages, Vocabulary vocabulary) {
        FindSpots find = new FindSpots(pages, vocabulary);
        find.fields(read.fields());
        for (int page = 0; page < pages.count(); page++) {
            for (List<Bit> line : pages.lines(page)) {
                WorkStopped.check();
                line.forEach(find::phrase);
            }
            JoinLines.paragraphs(pages.lines(page)).forEach(find::within);
        }
        return find.spots;
    }

    private void fields(List<FormField> fields) {
        for (FormField field : fields) {
            String name = field.name() == null ? "" : field.name();
            Label label = Label.ofName(name.substring(name.lastIndexOf('.') + 1));
            Label section = Label.ofName(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
            Bit value = new Bit(field.page() - 1, -1, spots.size(), 0, field.value(), field.box());
            if (!field.value().isEmpty()) {
                add(new Spot(name, label.and(section), Spot.Kind.FIELD, value, List.of(), section));
                if (field.label() != null) {
                    add(new Spot(name, Vocabulary.label(field.label()), Spot.Kind.FIELD, value, List.of(), section));
                }
            }
        }
    }

    private void phrase(Bit bit) {
        if (bit.text().length() > LONGEST_PHRASE) {
            return;
        }
        MarkedText.spots(bit, vocabulary).forEach(this::add);
        MarkupText.spots(bit).forEach(this::add);
        neighbours.spots(bit).forEach(this::add);
        leading(bit);
        share(bit);
    }

    /** A percentage that stands in a label, as in "VAT 19 %", is the rate of what the label names. */
    private void share(Bit bit) {
        Matcher share = SHARE.matcher(bit.text());
        if (bit.text().length() <= LONGEST_LABEL && share.find()) {
            String name =
                    bit.text().substring(0, share.start()) + " " + bit.text().substring(share.end());
            Label label = Vocabulary.label(SplitLabel.at(name, 0)
                    .map(split -> name.substring(split.label(), split.end()))
                    .orElse(name));
            Bit value = bit.part(share.start(), share.end());
            add(new Spot(name, label.and(RATE), Spot.Kind.LEADING, value, List.of(), Label.NONE));
        }
    }

    /** A label that begins the phrase, its value behind it. */
    private void leading(Bit bit) {
        Vocabulary.Run run = vocabulary.run(bit.text(), 0);
        if (run != null && run.start() == 0 && run.end() < bit.text().length()) {
            Bit value = bit.part(run.end(), bit.text().length());
            boolean colon = value.text().startsWith(":");
            if (!value.text().isEmpty() && !colon) {
                String name = bit.text().substring(0, run.end());
                Label label = withoutStreet(Vocabulary.label(name));
                add(new Spot(name, label, Spot.Kind.LEADING, value, neighbours.more(bit, value), Label.NONE));
            }
        }
    }

    /** Labels and values that follow each other in running text. */
    private void within(Bit text) {
        String all = text.text();
        for (Vocabulary.Run run = vocabulary.run(all, 0); run != null; ) {
            WorkStopped.check();
            Vocabulary.Run next = vocabulary.run(all, Math.min(all.length(), run.end() + 1));
            int end = next == null ? all.length() : next.start();
            if (end > run.end()) {
                Bit value = text.part(run.end(), end);
                String name = all.substring(run.start(), run.end());
                Label label = withoutStreet(Vocabulary.label(name));
                if (!value.text().isEmpty()) {
                    add(new Spot(name, label, Spot.Kind.WITHIN, value, List.of(), Label.NONE));
                }
            }
            run = next;
        }
    }

    /** The word for street begins the names of streets, which it is then a part of. */
    private static Label withoutStreet(Label label) {
        return label.concepts().equals(Set.of("street")) ? Label.NONE : label;
    }

    private void add(Spot spot) {
        if (spots.size() < MOST_SPOTS && vocabulary.asksFor(spot.label())) {
            spots.add(spot);
        }
    }
}
