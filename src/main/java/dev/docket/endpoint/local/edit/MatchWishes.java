package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.label.Words;
import dev.docket.endpoint.local.value.ReadFlag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decides which place each wish means. The best fit comes first, then the order of the wishes and of the places; a place
 * serves one wish. What fits nothing well enough, or a tick that could be meant for several boxes, is left out.
 */
final class MatchWishes {
    private static final int MOST_PAIRS = 200_000;
    private static final double IN_LONGER = 0.45;

    private record Pair(int wish, int spot, double score) {}

    private final List<Spot> spots;
    private final NameIndex own;
    private final NameIndex withGroups;
    private final ChooseBoxes choose;
    private final Map<Integer, String> texts = new TreeMap<>();
    private final Map<Integer, Boolean> ticks = new TreeMap<>();
    private final Set<Integer> taken = new HashSet<>();
    private final Set<Integer> served = new HashSet<>();

    MatchWishes(List<Spot> spots) {
        this.spots = spots;
        own = new NameIndex(spots.stream().map(MatchWishes::own).toList());
        withGroups = new NameIndex(spots.stream().map(MatchWishes::withGroup).toList());
        choose = new ChooseBoxes(spots);
    }

    /** What the places are called, for the reading of the instructions. */
    NameIndex callable() {
        List<Set<String>> all = new ArrayList<>();
        spots.forEach(spot -> all.add(withGroup(spot)));
        choose.questions().forEach(question -> all.add(Set.of(question)));
        return new NameIndex(all);
    }

    private static Set<String> own(Spot spot) {
        Set<String> names = new LinkedHashSet<>(spot.names());
        names.add(spot.key());
        return names;
    }

    private static Set<String> withGroup(Spot spot) {
        Set<String> names = own(spot);
        if (!spot.group().isEmpty()) {
            names.add(spot.group() + " " + spot.description());
            names.add(spot.description() + " " + spot.group());
        }
        return names;
    }

    Filling match(List<Wish> wishes) {
        List<Pair> pairs = new ArrayList<>();
        for (int wish = 0; wish < wishes.size() && pairs.size() < MOST_PAIRS; wish++) {
            WorkStopped.check();
            pairs(wish, wishes.get(wish), pairs);
        }
        pairs.sort(Comparator.comparingDouble((Pair pair) -> -pair.score())
                .thenComparing(Pair::wish)
                .thenComparing(Pair::spot));
        for (Pair pair : pairs) {
            if (!served.contains(pair.wish()) && !taken.contains(pair.spot())) {
                serve(pair.wish(), wishes.get(pair.wish()), pair.spot());
            }
        }
        for (int wish = 0; wish < wishes.size(); wish++) {
            if (!served.contains(wish)) {
                choose.choose(wishes.get(wish), taken).forEach(box -> ticks.put(box, true));
            }
        }
        return new Filling(texts, ticks);
    }

    /** A value is not for a box that only has its question's name: which of its boxes it means is chosen later. */
    private void pairs(int wish, Wish what, List<Pair> pairs) {
        NameIndex names = what.act() == Wish.Act.WRITE ? own : withGroups;
        List<NameIndex.Fit> fits = names.fits(what.label()).stream()
                .filter(fit -> suits(what, spots.get(fit.spot())))
                .toList();
        boolean tick = what.act() == Wish.Act.TICK || what.act() == Wish.Act.UNTICK;
        if (tick && isAmbiguous(fits)) {
            return;
        }
        fits.forEach(fit -> pairs.add(new Pair(wish, fit.spot(), fit.score())));
        if (fits.isEmpty()) {
            inLongerName(what).ifPresent(spot -> pairs.add(new Pair(wish, spot, IN_LONGER)));
        }
    }

    /**
     * The only place whose longer name has all that the wish says: "newsletter" for "I want to receive the newsletter".
     * To be written into, a place is not taken by a single word, as "name" for "Name of the company".
     */
    private Optional<Integer> inLongerName(Wish wish) {
        boolean single = NameIndex.meaning(wish.label()) < 2;
        List<Integer> found = own.containing(wish.label()).stream()
                .filter(spot -> suits(wish, spots.get(spot)))
                .filter(spot -> !single || spots.get(spot).checkbox() || wish.act() == Wish.Act.LEAVE)
                .limit(2)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Boxes that are called the same under different heads, as "Yes" to several questions. */
    private boolean isAmbiguous(List<NameIndex.Fit> fits) {
        return fits.size() > 1
                && fits.get(0).score() == fits.get(1).score()
                && !spots.get(fits.get(0).spot())
                        .group()
                        .equals(spots.get(fits.get(1).spot()).group());
    }

    private static boolean suits(Wish wish, Spot spot) {
        if (spot.locked()) {
            return false;
        }
        return switch (wish.act()) {
            case TICK, UNTICK -> spot.checkbox();
            case LEAVE -> true;
            case WRITE ->
                spot.checkbox() ? ReadFlag.read(wish.value()).isPresent() : option(spot, wish.value()) != null;
        };
    }

    private void serve(int wish, Wish what, int at) {
        Spot spot = spots.get(at);
        served.add(wish);
        taken.add(at);
        switch (what.act()) {
            case TICK -> ticks.put(at, true);
            case UNTICK -> ticks.put(at, false);
            case LEAVE -> {}
            case WRITE -> {
                if (spot.checkbox()) {
                    ticks.put(at, ReadFlag.read(what.value()).orElseThrow());
                } else {
                    texts.put(at, WriteDate.as(spot, option(spot, what.value())));
                }
            }
        }
    }

    /** The value as the place takes it; null when it can only be chosen and is no choice. */
    private static String option(Spot spot, String value) {
        if (spot.options().isEmpty()) {
            return value;
        }
        Map<String, String> spelled = new HashMap<>();
        spot.options().forEach(option -> spelled.putIfAbsent(String.join(" ", Words.of(option)), option));
        String same = spelled.get(String.join(" ", Words.of(value)));
        if (same != null) {
            return same;
        }
        NameIndex options = new NameIndex(spot.options().stream().map(List::of).toList());
        return options.fits(value).stream()
                .findFirst()
                .map(fit -> spot.options().get(fit.spot()))
                .orElse(null);
    }
}
