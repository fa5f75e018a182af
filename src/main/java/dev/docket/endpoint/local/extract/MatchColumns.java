package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.local.label.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the columns of a table that have what the entries of an array are to have: by their heads and their cells. */
final class MatchColumns {
    private static final int MOST_HEADS = 5;
    private static final int SAMPLE = 24;
    private static final int MOST_COLUMNS = 60;
    private static final double LEAST = 0.45;

    /** By how much a head must be better than one further up: it may be the same once more, on the next page. */
    private static final double LATER_HEAD = 0.15;

    private static final double BY_CELLS = 0.5;

    private record Pair(Target target, int column, double score) {}

    private final Scene scene;
    private final List<Target> targets;

    MatchColumns(Scene scene, List<Target> targets) {
        this.scene = scene;
        this.targets = targets;
    }

    /** The best reading of the table; without columns when it has nothing of what is asked for. */
    Columns match(TableView table) {
        Columns best = new Columns(0, Map.of(), Map.of());
        for (int head = 0; head < Math.min(MOST_HEADS, table.rows().size() - 1); head++) {
            WorkStopped.check();
            Columns columns = match(table, head);
            if (columns.sum() > best.sum() + LATER_HEAD) {
                best = columns;
            }
        }
        Columns products = MatchProducts.add(table, best, targets, scene.spelling);
        return products.byTarget().isEmpty() ? best : addByCells(table, products);
    }

    private Columns match(TableView table, int head) {
        List<String> names = table.rows().get(head);
        List<Pair> pairs = new ArrayList<>();
        for (int column = 0; column < Math.min(MOST_COLUMNS, names.size()); column++) {
            String name = names.get(column);
            if (name.isBlank() || name.length() > 60) {
                continue;
            }
            Label label = Vocabulary.label(name);
            for (Target target : targets) {
                double score = score(target, label, table, head, column);
                if (score >= LEAST) {
                    pairs.add(new Pair(target, column, score));
                }
            }
        }
        return pick(head, pairs);
    }

    private static Columns pick(int head, List<Pair> pairs) {
        pairs.sort(Comparator.comparingDouble(pair -> -pair.score));
        Map<Target, Integer> byTarget = new LinkedHashMap<>();
        Map<Target, Double> scores = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (!byTarget.containsKey(pair.target) && taken.add(pair.column)) {
                byTarget.put(pair.target, pair.column);
                scores.put(pair.target, pair.score);
            }
        }
        return new Columns(head, byTarget, scores);
    }

    private double score(Target target, Label label, TableView table, int head, int column) {
        double best = 0;
        Label implied = new Label(Set.of("amount", "date", "number", "name", "time"));
        for (Target.Name name : target.names()) {
            double score = scene.match.score(name.label(), target.around(), label, Label.NONE, implied);
            best = Math.max(best, score * name.weight());
        }
        return best < LEAST ? 0 : best * (0.3 + 0.7 * fits(target, table, head, column));
    }

    /** The part of a column's cells that can be read as what the target asks for. */
    private double fits(Target target, TableView table, int head, int column) {
        double sum = 0;
        int filled = 0;
        for (int at = head + 1; at < table.rows().size() && filled < SAMPLE; at++) {
            String cell = TableView.cell(table.rows().get(at), column);
            if (!cell.isBlank()) {
                Fit fit = scene.fits.fit(target, ReadRows.spot(cell));
                sum += fit == null ? 0 : fit.weight();
                filled++;
            }
        }
        return filled == 0 ? 0.5 : sum / filled;
    }

    /** A text or a total that is left over takes the only column left that can be it. */
    private Columns addByCells(TableView table, Columns columns) {
        Map<Target, Integer> byTarget = new LinkedHashMap<>(columns.byTarget());
        Map<Target, Double> scores = new HashMap<>(columns.scores());
        for (Target target : targets) {
            boolean text = target.isAbout("description", "item", "name");
            boolean total = target.isAbout("total")
                    || target.own().has("amount") && target.own().concepts().size() == 1;
            if (byTarget.containsKey(target) || !text && !total) {
                continue;
            }
            List<Integer> free = new ArrayList<>();
            for (int column = 0; column < Math.min(MOST_COLUMNS, table.columns()); column++) {
                if (!byTarget.containsValue(column) && isLike(table, columns.head(), column, text, target)) {
                    free.add(column);
                }
            }
            if (free.size() == 1) {
                byTarget.put(target, free.get(0));
                scores.put(target, BY_CELLS);
            }
        }
        return new Columns(columns.head(), byTarget, scores);
    }

    private boolean isLike(TableView table, int head, int column, boolean text, Target target) {
        int letters = 0;
        int filled = 0;
        for (int at = head + 1; at < table.rows().size() && filled < SAMPLE; at++) {
            String cell = TableView.cell(table.rows().get(at), column);
            if (!cell.isBlank()) {
                filled++;
                letters += cell.chars().filter(Character::isLetter).count() > 3 ? 1 : 0;
            }
        }
        boolean wordy = 2 * letters > filled;
        return filled > 0 && wordy == text && fits(target, table, head, column) > 0.7;
    }
}
