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

/** Finds the entries of the arrays of objects that are asked for: in tables, or in labels that come again and again. */
final class FindEntries {
    private static final double TITLE = 0.15;
    private static final double HEADED = 0.03;

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
                        .map(priced -> new ReadRows(scene, priced.table(), priced.columns(), null).read())
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
            Entries entries = new ReadRows(scene, reading.table, reading.columns, key(reading)).read();
            if (!entries.rows().isEmpty()) {
                taken.add(first);
                found.put(reading.list.path(), entries);
            }
        }
    }

    /** The same table may have been found in two ways, but its first entry tells it. */
    private static List<String> firstCells(Reading reading) {
        List<List<String>> rows = reading.table.rows();
        return rows.get(Math.min(rows.size() - 1, reading.columns.head() + 1)).stream()
                .filter(cell -> !cell.isBlank())
                .toList();
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
