package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.schema.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds the entries of an array of single values: behind a label, below a heading, in a column, or by their form. */
final class FindSingles {
    private static final double LABELLED = 0.55;
    private static final double IN_COLUMN = 0.7;
    private static final int MOST = 1000;
    private static final Pattern BETWEEN = Pattern.compile("\\s*[,;•|\\n·]\\s*|\\s+(?:and|und|et|y|e|&)\\s+");
    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-–•*·▪◦]|\\d{1,3}[.)]|[a-z][.)])\\s+");

    private final Scene scene;
    private final FindByForm forms;

    FindSingles(Scene scene, FindByForm forms) {
        this.scene = scene;
        this.forms = forms;
    }

    /** The values of the list, each once, in the order of the document. */
    List<Candidate> find(CollectTargets.ListTarget list) {
        Wanted.Scalar entry = (Wanted.Scalar) list.wanted().entry();
        Target target = new Target("", entry, list.names(), list.around());
        Map<String, Candidate> found = new LinkedHashMap<>();
        labelled(target, found);
        if (found.isEmpty()) {
            column(target, found);
        }
        if (found.isEmpty()) {
            for (PatternOf.Kind kind : PatternOf.Kind.values()) {
                if (target.isAbout(kind.concept) || kind.concept.equals(entry.format())) {
                    forms.all(kind).forEach(bit -> add(target, bit, 0.6, found));
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    private void labelled(Target target, Map<String, Candidate> found) {
        Spot best = null;
        double most = LABELLED;
        for (Spot spot : scene.spots) {
            double score = 0;
            for (Target.Name name : target.names()) {
                score = Math.max(
                        score,
                        name.weight()
                                * scene.match.score(
                                        name.label(), target.around(), spot.label(), spot.section(), Label.NONE));
            }
            score *= spot.kind().weight;
            if (score > most) {
                most = score;
                best = spot;
            }
        }
        if (best != null) {
            split(target, best, most, found);
        }
    }

    private void split(Target target, Spot spot, double score, Map<String, Candidate> found) {
        List<String> lines = spot.lines();
        boolean bullets = lines.stream().anyMatch(line -> BULLET.matcher(line).find());
        if (BULLET.matcher(lines.get(0)).find()) {
            lines = lines.stream()
                    .takeWhile(line -> BULLET.matcher(line).find())
                    .toList();
        }
        String text = bullets || spot.more().size() > 1
                ? String.join("\n", lines)
                : spot.value().text();
        for (String part : (bullets ? Pattern.compile("\\n") : BETWEEN).split(text)) {
            String single = BULLET.matcher(part).replaceFirst("").strip().replaceAll("[.;,]$", "");
            if (!single.isEmpty()) {
                add(target, spot.value().reading(single), score, found);
            }
        }
    }

    private void column(Target target, Map<String, Candidate> found) {
        for (TableView table : scene.tables) {
            Columns columns = new MatchColumns(scene, List.of(target)).match(table);
            Integer column = columns.byTarget().get(target);
            if (column != null && columns.sum() >= IN_COLUMN) {
                for (List<String> row :
                        table.rows().subList(columns.head() + 1, table.rows().size())) {
                    String cell = TableView.cell(row, column);
                    if (!cell.isBlank()) {
                        add(target, new Bit(0, -1, 0, 0, cell, null), columns.sum(), found);
                    }
                }
                return;
            }
        }
    }

    private void add(Target target, Bit bit, double score, Map<String, Candidate> found) {
        Spot spot = Spot.unnamed(bit);
        Fit fit = scene.fits.fit(target, spot);
        if (fit != null && found.size() < MOST) {
            double likelihood = Math.min(0.99, score * Math.max(0.7, fit.weight()));
            found.putIfAbsent(fit.value().toString(), new Candidate(target, fit.value(), likelihood, bit));
        }
    }
}
