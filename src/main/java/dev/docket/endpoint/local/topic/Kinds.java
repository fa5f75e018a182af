package dev.docket.endpoint.local.topic;

import dev.docket.endpoint.local.label.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The kinds of documents that are known, by their titles. */
final class Kinds {
    static final Kinds KNOWN = new Kinds("kinds.txt");

    private static final int SHORTEST_ENDING = 5;
    private static final int SHORTEST_BEFORE = 3;
    private static final int LONGEST_WORD = 60;

    /** Where a title stands among words: it takes {@code count} of them. */
    record Found(Kind kind, int count) {}

    /** Titles that are endings of German compounds, and hardly those of other words. */
    private static final Set<String> GERMAN = Set.copyOf(stems(Words.of(
            "rechnung abrechnung vertrag bestellung auftrag lieferschein angebot quittung protokoll bescheinigung"
                    + " zeugnis vollmacht police versicherungsschein antrag kündigung mahnung gutschrift bericht"
                    + " anleitung handbuch urkunde fragebogen ausweis datenblatt vereinbarung bestätigung bewerbung"
                    + " kontoauszug gehaltsabrechnung lohnabrechnung reklamation beschwerde bescheid formular")));

    private final Map<String, Kind> byTitle = new HashMap<>();
    private final Set<String> beginnings = new HashSet<>();
    private int longest = 1;

    private Kinds(String resource) {
        List<String[]> others = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Kinds.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> read(line, others));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        // A kind's own name is its own, whatever the titles of others say.
        others.forEach(title -> add(title[0], byTitle.get(title[1])));
    }

    private void read(String line, List<String[]> others) {
        int colon = line.indexOf(':');
        int bar = line.indexOf('|');
        String name = line.substring(0, colon).strip();
        Kind kind = new Kind(
                name, "kind " + name, Terms.together(line.substring(bar + 1).split(",")));
        add(name, kind);
        for (String title : line.substring(colon + 1, bar).split(",")) {
            others.add(new String[] {title, key(stems(Words.of(name)))});
        }
    }

    private void add(String title, Kind kind) {
        List<String> stems = stems(Words.of(title));
        if (!stems.isEmpty() && byTitle.putIfAbsent(key(stems), kind) == null) {
            beginnings.add(stems.get(0));
            longest = Math.max(longest, stems.size());
        }
    }

    /** The longest title at a place among the stems of words, null when there is none. */
    Found at(List<String> stems, int from) {
        if (beginnings.contains(stems.get(from))) {
            for (int count = Math.min(longest, stems.size() - from); count > 0; count--) {
                Kind kind = byTitle.get(key(stems.subList(from, from + count)));
                if (kind != null) {
                    return new Found(kind, count);
                }
            }
        }
        Kind kind = ending(stems.get(from));
        return kind == null ? null : new Found(kind, 1);
    }

    /** A German compound is a kind of what it ends in. */
    private Kind ending(String word) {
        int last = Math.min(word.length(), LONGEST_WORD) - SHORTEST_ENDING;
        for (int at = SHORTEST_BEFORE; at <= last && word.length() <= LONGEST_WORD; at++) {
            String end = word.substring(at);
            if (GERMAN.contains(end) && byTitle.containsKey(end)) {
                return byTitle.get(end);
            }
        }
        return null;
    }

    static List<String> stems(List<String> words) {
        return words.stream().map(Stem::of).toList();
    }

    private static String key(List<String> stems) {
        return String.join(" ", stems);
    }
}
