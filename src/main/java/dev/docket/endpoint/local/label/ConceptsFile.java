package dev.docket.endpoint.local.label;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads the file of concepts, whose form its own head explains. */
final class ConceptsFile {
    private final Concepts concepts = new Concepts();
    private final List<String> others = new ArrayList<>();
    private final List<String[]> instead = new ArrayList<>();
    private String section = "";

    private ConceptsFile() {}

    static Concepts read(String resource) {
        ConceptsFile file = new ConceptsFile();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ConceptsFile.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(file::line);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        file.others.forEach(file::addSpellings);
        file.instead.forEach(file::addInstead);
        return file.concepts;
    }

    private void line(String line) {
        if (line.startsWith("[")) {
            section = line.strip();
            return;
        }
        switch (section) {
            case "[stop]" -> concepts.stop.addAll(Words.of(line));
            case "[weak]" ->
                Words.of(line).forEach(word -> {
                    concepts.weak.add(word);
                    concepts.weak.add(Concepts.singular(word));
                });
            case "[kind]" -> concepts.kinds.addAll(Words.of(line));
            case "[role]" -> concepts.roles.addAll(Words.of(line));
            case "[alone]" -> addAlone(line);
            case "[concepts]" -> addConcept(line);
            default -> instead.add(line.split("~"));
        }
    }

    private void addAlone(String line) {
        String[] sides = line.split(":");
        for (String word : sides[1].split(",")) {
            concepts.alone.put(String.join(" ", Words.of(word)), Words.of(sides[0]));
        }
    }

    /** A concept's own name is its own, whatever the spellings of others say. */
    private void addConcept(String line) {
        String name = line.split(":")[0];
        addSpelling(name, Words.of(name));
        others.add(line);
    }

    private void addSpellings(String line) {
        int colon = line.indexOf(':');
        if (colon >= 0) {
            List<String> meant = Words.of(line.substring(0, colon));
            for (String spelling : line.substring(colon + 1).split(",")) {
                addSpelling(spelling, meant);
            }
        }
    }

    /** Of two concepts that claim a spelling the first has it. */
    private void addSpelling(String spelling, List<String> meant) {
        List<String> words = Words.of(spelling);
        concepts.bySpelling.putIfAbsent(String.join(" ", words), meant);
        concepts.longest = Math.max(concepts.longest, words.size());
    }

    private void addInstead(String[] sides) {
        Set<String> wanted = new HashSet<>(concepts.strong(concepts.label(Words.of(sides[0]))));
        concepts.instead.computeIfAbsent(wanted, none -> new ArrayList<>()).add(concepts.label(Words.of(sides[1])));
    }
}
