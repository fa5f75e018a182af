package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.label.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds the entries of the arrays of objects that are asked for: in tables, or in labels that come again and again. */
final class FindEntries {
    private static final double TITLE = 0.15;
    private static final double HEADED = 0.03;

    /** How much of a part's score the whole must have, which may have a head in words less well known. */
    private static final double WHOLE = 0.65;

    /** Arrays that are looked for, and tables that are looked at for each. */
    private static final int MOST_LISTS = 100;

    private static final int MOST_TABLES = 500;

    private record Reading(
            CollectTargets.ListTarget list, CollectTargets asked, TableView table, Columns columns, double score) {}

    private final Scene scene;
    private final FindCandidates candidates;
    private final Map<String, String> keys;
    private final Map<String, Entries> found = new HashMap<>();

    /** @param keys the property that tells entries apart, by the name of their array */
    FindEntries(Scene scene, FindCandidates candidates, Map<String, String> keys) {
        this.scene = scene;
        this.candidates = candidates;
        this.keys = keys;
    }

    /** By the paths of the arrays. A table has the entries of one array only. */
    Map<String, Entries> find(List<CollectTargets.ListTarget> lists) {
        List<TableView> tables = scene.tables.subList(0, Math.min(MOST_TABLES, scene.tables.size()));
        List<Reading> readings = new ArrayList<>();
        Map<CollectTargets.ListTarget, CollectTargets> asked = new LinkedHashMap<>();
        for (CollectTargets.ListTarget list : lists.subList(0, Math.min(MOST_LISTS, lists.size()))) {
            CollectTargets entry = CollectTargets.of(
                    list.wanted().entry(), "", "", list.names().get(0).label());
            asked.put(list, entry);
            List<TableView> headed = new FindHeadedRows(scene, entry.targets()).find();
            tables.forEach(table -> read(list, entry, table, 0, readings));
            headed.forEach(table -> read(list, entry, table, -HEADED, readings));
        }
        readings.sort(Comparator.comparingDouble(reading -> -reading.score));
        take(readings);
        Set<Bit> begun = new HashSet<>();
        for (CollectTargets.ListTarget list : asked.keySet()) {
            if (!found.containsKey(list.path())) {
                new RepeatedLabels(candidates, asked.get(list), begun)
                        .find()
                        .ifPresent(entries -> found.put(list.path(), entries));
            }
            if (!found.containsKey(list.path())) {
                new FindPricedLines(scene)
                        .find(asked.get(list).targets())
                        .map(priced -> new ReadRows(
                                        scene, priced.table(), priced.columns(), null, new RunningSum(scene.spelling))
                                .read())
                        .ifPresent(entries -> found.put(list.path(), entries));
            }
        }
        return found;
    }

    private void read(
            CollectTargets.ListTarget list,
            CollectTargets entry,
            TableView table,
            double more,
            List<Reading> readings) {
        WorkStopped.check();
        Columns columns = new MatchColumns(scene, entry.targets()).match(table);
        int asked = entry.targets().size();
        int matched = columns.byTarget().size();
        if (matched >= 2 || matched == 1 && asked <= 2 && table.columns() <= 2) {
            double named = list.names().stream()
                    .mapToDouble(
                            name -> scene.match.score(name.label(), Label.NONE, table.above(), Label.NONE, Label.NONE))
                    .max()
                    .orElse(0);
            double score = columns.sum() / asked + TITLE * named + more;
            readings.add(new Reading(list, entry, table, columns, score));
        }
    }

    private void take(List<Reading> readings) {
        Set<List<String>> taken = new HashSet<>();
        for (Reading reading : readings) {
            List<String> first = firstCells(reading);
            if (found.containsKey(reading.list.path()) || taken.contains(first)) {
                continue;
            }
            Entries entries = read(parts(whole(reading, readings), readings));
            if (!entries.rows().isEmpty()) {
                taken.add(first);
                found.put(reading.list.path(), entries);
            }
        }
    }

    /** The table that has a found one as a part of it, as one that goes on over pages has that of a page. */
    private static Reading whole(Reading part, List<Reading> readings) {
        return readings.stream()
                .filter(other -> other.list == part.list && other.score > WHOLE * part.score && isWhole(other, part))
                .findFirst()
                .orElse(part);
    }

    /** Whether a table has the part's first entry, and above it, if anything, entries too. */
    private static boolean isWhole(Reading other, Reading part) {
        List<List<String>> rows = other.table.rows();
        int columns = part.columns.byTarget().size();
        boolean larger =
                other.columns.byTarget().size() >= columns && full(rows, columns) > full(part.table.rows(), columns);
        List<String> first = firstCells(part);
        int entries = 0;
        for (int at = other.columns.head() + 1; larger && at < rows.size(); at++) {
            if (filled(rows.get(at)).equals(first)) {
                return 2 * entries >= at - other.columns.head() - 2;
            }
            entries += filled(rows.get(at)).size() >= columns ? 1 : 0;
        }
        return false;
    }

    /** The tables that a list goes on in on other pages, and its own, in their order. */
    private static List<Reading> parts(Reading one, List<Reading> readings) {
        Map<Integer, Reading> byPage = new TreeMap<>(Map.of(one.table.page(), one));
        for (Reading other : readings) {
            boolean same = other.list == one.list
                    && other.columns
                            .byTarget()
                            .keySet()
                            .containsAll(one.columns.byTarget().keySet())
                    && other.score > WHOLE * one.score;
            List<String> first = firstCells(other);
            if (same && one.table.rows().stream().noneMatch(row -> filled(row).equals(first))) {
                byPage.putIfAbsent(other.table.page(), other);
            }
        }
        return List.copyOf(byPage.values());
    }

    private Entries read(List<Reading> parts) {
        Entries all = null;
        RunningSum sum = new RunningSum(scene.spelling);
        for (Reading part : parts) {
            Entries entries = new ReadRows(scene, part.table, part.columns, key(part), sum).read();
            all = all == null ? entries : all.and(entries);
        }
        return all;
    }

    private static long full(List<List<String>> rows, int columns) {
        return rows.stream().filter(row -> filled(row).size() >= columns).count();
    }

    private static List<String> filled(List<String> row) {
        return row.stream().filter(cell -> !cell.isBlank()).toList();
    }

    /** The same table may have been found in two ways, but its first entry tells it. */
    private static List<String> firstCells(Reading reading) {
        List<List<String>> rows = reading.table.rows();
        return filled(rows.get(Math.min(rows.size() - 1, reading.columns.head() + 1)));
    }

    private Target key(Reading reading) {
        String path = reading.list.path();
        String name = keys.get(path.substring(path.lastIndexOf('/') + 1));
        return name == null
                ? null
                : reading.asked.targets().stream()
                        .filter(target -> target.path().equals("/" + name))
                        .findFirst()
                        .orElse(null);
    }
}
