package dev.docket.endpoint.local.extract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The entries that were found for an array.
 *
 * @param rows the values of each by the paths of their targets
 * @param heads the texts that name the columns they stand in; empty when they stand in no table
 * @param cells the texts of the entries
 */
record Entries(List<Map<String, Candidate>> rows, Set<String> heads, Set<String> cells) {
    /** These and then others. */
    Entries and(Entries others) {
        return new Entries(joined(rows, others.rows), union(heads, others.heads), union(cells, others.cells));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
    }

    /** Whether what a spot says is only that a column has an entry, or one entry another one beside it. */
    boolean has(Spot spot) {
        boolean below = spot.kind() == Spot.Kind.BELOW && heads.contains(spot.name());
        boolean beside = spot.kind() == Spot.Kind.BESIDE && cells.contains(spot.name());
        return (below || beside) && cells.contains(spot.value().text());
    }
}
