package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.label.Concepts;
import dev.docket.endpoint.local.label.Label;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
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

    /** Labels told apart, and spots of them tried for one target: a document made of labels could else take for ever. */
    private static final int MOST_LABELS = 5000;

    private static final int MOST_TRIES = 120;

    /** Tries for one target when so many characters were read as values already that others must do with less. */
    private static final int FEW_TRIES = 8;

    private static final int A_TRY = 200;
    private static final double WORTH_A_TRY = 0.3;
    private static final Label ANYTHING = new Label(
            Set.of("date", "time", "start", "end", "amount", "rate", "number", "id", "code", "name", "email"));

    /** The spots whose labels and sections mean the same. */
    private record Group(Label label, Label section, List<Spot> spots) {}

    private record Scored(Group group, double score) {}

    private final Scene scene;
    private long charactersLeft = 20_000_000;
    private final Map<String, List<Group>> byConcept = new HashMap<>();

    FindCandidates(Scene scene) {
        this.scene = scene;
        Map<List<Label>, Group> groups = new HashMap<>();
        for (Spot spot : scene.spots) {
            List<Label> key = List.of(spot.label(), spot.section());
            Group group = groups.get(key);
            if (group == null && groups.size() < MOST_LABELS) {
                group = new Group(spot.label(), spot.section(), new ArrayList<>());
                groups.put(key, group);
                for (String concept : spot.label().concepts()) {
                    byConcept
                            .computeIfAbsent(concept, none -> new ArrayList<>())
                            .add(group);
                }
            }
            if (group != null) {
                group.spots.add(spot);
            }
        }
    }

    /** @param entries what stands in tables as entries of arrays, and so is no value of its own */
    List<Candidate> of(Target target, Collection<Entries> entries) {
        List<Candidate> found = new ArrayList<>();
        int tries = 0;
        for (Scored scored : scored(target)) {
            for (Spot spot : scored.group.spots) {
                WorkStopped.check();
                charactersLeft -= A_TRY + spot.value().text().length();
                if (++tries > (charactersLeft > 0 ? MOST_TRIES : FEW_TRIES)) {
                    return found;
                }
                boolean entry = entries.stream().anyMatch(table -> table.has(spot));
                Candidate candidate = entry ? null : candidate(target, spot);
                if (candidate != null) {
                    found.add(candidate);
                }
            }
        }
        return found;
    }

    private List<Scored> scored(Target target) {
        Set<Group> groups = Collections.newSetFromMap(new IdentityHashMap<>());
        target.names().forEach(name -> addGroups(name.label(), groups));
        addGroups(target.around(), groups);
        List<Scored> scored = new ArrayList<>();
        for (Group group : groups) {
            WorkStopped.check();
            double score = labelled(target, group.label, group.section, ANYTHING);
            if (score >= WORTH_A_TRY) {
                scored.add(new Scored(group, score));
            }
        }
        scored.sort(Comparator.<Scored>comparingDouble(each -> -each.score)
                .thenComparing(each -> each.group.spots.get(0).value(), Bit.ORDER));
        return scored;
    }

    private void addGroups(Label label, Set<Group> groups) {
        label.concepts().forEach(concept -> groups.addAll(byConcept.getOrDefault(concept, List.of())));
    }

    private Candidate candidate(Target target, Spot spot) {
        Fit fit = scene.fits.fit(target, spot);
        if (fit == null) {
            return null;
        }
        double label = labelled(target, spot.label(), spot.section(), fit.implied());
        double likelihood = label * spot.kind().weight * fit.weight() * section(target, spot) * value(target, spot);
        if (likelihood < LEAST) {
            return null;
        }
        boolean later = target.isAbout("total", "due", "balance", "gross") && !target.isAbout("date");
        double order = spot.value().page() + spot.value().line() / 1000.0;
        double nudge = LATER * order / (1 + order) * (later ? 1 : -1);
        return new Candidate(target, fit.value(), Math.max(0.01, Math.min(SURE, likelihood + nudge)), spot.value());
    }

    private double labelled(Target target, Label label, Label section, Label implied) {
        double best = 0;
        for (Target.Name name : target.names()) {
            double score = scene.match.score(name.label(), target.around(), label, section, implied);
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
        // Data has sections within sections, of which what the parties are called counts.
        Set<String> roles = new HashSet<>(section.concepts());
        roles.removeIf(concept -> !Concepts.KNOWN.isRole(concept));
        boolean own = (roles.isEmpty() ? section.concepts() : roles).stream().allMatch(target::isAmong);
        boolean named = spot.label().concepts().stream().anyMatch(target.around()::has);
        if (own || named) {
            return 1.05;
        }
        return target.around().isEmpty() ? FOREIGN_SECTION : OTHER_SECTION;
    }
}
