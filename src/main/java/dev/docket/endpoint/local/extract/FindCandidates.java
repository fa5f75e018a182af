package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.label.Label;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the values that the spots of a document may have for a target, by their labels. */
final class FindCandidates {
    private static final double LEAST = 0.42;
    private static final double SURE = 0.99;
    private static final double OTHER_SECTION = 0.5;
    private static final double FOREIGN_SECTION = 0.88;
    private static final double LATER = 0.01;

    private final Scene scene;
    private final Map<String, List<Spot>> byConcept = new HashMap<>();

    FindCandidates(Scene scene) {
        this.scene = scene;
        for (Spot spot : scene.spots) {
            spot.label()
                    .concepts()
                    .forEach(concept -> byConcept
                            .computeIfAbsent(concept, none -> new ArrayList<>())
                            .add(spot));
        }
    }

    /** @param entries what stands in tables as entries of arrays, and so is no value of its own */
    List<Candidate> of(Target target, Collection<Entries> entries) {
        Set<Spot> spots = new LinkedHashSet<>();
        target.names().forEach(name -> addSpots(name.label(), spots));
        addSpots(target.around(), spots);
        List<Candidate> found = new ArrayList<>();
        for (Spot spot : spots) {
            WorkStopped.check();
            if (entries.stream().anyMatch(table -> table.has(spot))) {
                continue;
            }
            Candidate candidate = candidate(target, spot);
            if (candidate != null) {
                found.add(candidate);
            }
        }
        return found;
    }

    private void addSpots(Label label, Set<Spot> spots) {
        label.concepts().forEach(concept -> spots.addAll(byConcept.getOrDefault(concept, List.of())));
    }

    private Candidate candidate(Target target, Spot spot) {
        if (labelled(target, spot, new Label(Set.of("date", "amount", "rate", "number", "name", "email"))) == 0) {
            return null;
        }
        Fit fit = scene.fits.fit(target, spot);
        if (fit == null) {
            return null;
        }
        double label = labelled(target, spot, fit.implied());
        double likelihood = label * spot.kind().weight * fit.weight() * section(target, spot) * value(target, spot);
        if (likelihood < LEAST) {
            return null;
        }
        boolean later = target.isAbout("total", "due", "balance", "gross") && !target.isAbout("date");
        double order = spot.value().page() + spot.value().line() / 1000.0;
        double nudge = LATER * order / (1 + order) * (later ? 1 : -1);
        return new Candidate(target, fit.value(), Math.max(0.01, Math.min(SURE, likelihood + nudge)), spot.value());
    }

    private double labelled(Target target, Spot spot, Label implied) {
        double best = 0;
        for (Target.Name name : target.names()) {
            double score = scene.match.score(name.label(), target.around(), spot.label(), spot.section(), implied);
            best = Math.max(best, name.weight() * score);
        }
        return best;
    }

    /** Beside a label without a mark there may just stand another label. */
    private double value(Target target, Spot spot) {
        boolean plain = spot.kind() == Spot.Kind.BESIDE || spot.kind() == Spot.Kind.BELOW;
        return plain
                        && target.wanted().choices().isEmpty()
                        && scene.vocabulary.isLabel(spot.value().text())
                ? 0.6
                : 1;
    }

    /** What stands under the heading of another object is not for this one. */
    private static double section(Target target, Spot spot) {
        Label section = spot.section();
        if (section.isEmpty()) {
            return 1;
        }
        boolean own = section.concepts().stream().allMatch(target::isAmong);
        if (own) {
            return 1.05;
        }
        return target.around().isEmpty() ? FOREIGN_SECTION : OTHER_SECTION;
    }
}
