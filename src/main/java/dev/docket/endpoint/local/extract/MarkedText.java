package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.document.SplitLabel;
import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.local.label.Vocabulary;
import dev.docket.endpoint.local.value.ReadFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Spots whose label and value stand in one phrase with a mark between or before them: a colon, a box. */
final class MarkedText {
    private static final int MOST_A_PHRASE = 20;

    private MarkedText() {}

    static List<Spot> spots(Bit bit, Vocabulary vocabulary) {
        List<Spot> spots = new ArrayList<>();
        box(bit, spots);
        String text = bit.text();
        Optional<SplitLabel.Split> split = SplitLabel.at(text, 0);
        while (split.isPresent() && spots.size() < MOST_A_PHRASE) {
            SplitLabel.Split at = split.get();
            Optional<SplitLabel.Split> next =
                    SplitLabel.at(text, at.value()).map(found -> trimmed(found, text, vocabulary));
            int end = next.map(SplitLabel.Split::label).orElse(text.length());
            if (end > at.value()) {
                Bit value = unquoted(bit.part(at.value(), end));
                String name = text.substring(at.label(), at.end());
                spots.add(new Spot(name, Vocabulary.label(name), Spot.Kind.MARKED, value, List.of(), Label.NONE));
            }
            split = next;
        }
        return spots;
    }

    /** Of what stands before a second colon, only the last words are its label: the others end the value before it. */
    private static SplitLabel.Split trimmed(SplitLabel.Split split, String text, Vocabulary vocabulary) {
        for (int at = split.label(); at < split.end(); ) {
            Vocabulary.Run run = vocabulary.run(text.substring(0, split.end()), at);
            if (run == null) {
                break;
            }
            if (run.end() == split.end()) {
                return new SplitLabel.Split(run.start(), split.end(), split.value());
            }
            at = run.end() + 1;
        }
        int gap = Math.max(
                Math.max(text.lastIndexOf('|', split.end()), text.lastIndexOf(';', split.end())),
                text.lastIndexOf(',', split.end()));
        return gap > split.label()
                ? new SplitLabel.Split(gap + 1, split.end(), split.value())
                : new SplitLabel.Split(split.end(), split.end(), split.value());
    }

    private static void box(Bit bit, List<Spot> spots) {
        Optional<Boolean> ticked = ReadFlag.box(bit.text());
        if (ticked.isPresent()) {
            String text = bit.text()
                    .replaceAll("[☑☒✓✔☐□]|\\[[xX ]?\\]|\\([xX ]\\)", " ")
                    .strip();
            Bit value = bit.reading(ticked.get().toString());
            spots.add(new Spot(text, Vocabulary.label(text), Spot.Kind.BOX, value, List.of(), Label.NONE));
        }
    }

    /** Without the quotes and commas of data formats. */
    private static Bit unquoted(Bit value) {
        String text = value.text();
        int end = text.length() - (text.endsWith(",") || text.endsWith(";") ? 1 : 0);
        boolean quoted =
                end >= 2 && (text.charAt(0) == '"' || text.charAt(0) == '\'') && text.charAt(end - 1) == text.charAt(0);
        if (quoted) {
            return value.reading(text.substring(1, end - 1));
        }
        return end < text.length() ? value.reading(text.substring(0, end)) : value;
    }
}
