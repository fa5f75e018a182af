package parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.endpoint.local.ParseDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import made.Local;
import made.Template;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Parses documents whose text and tables are known, and prints how much of them came out right, layout by layout. */
public final class Evaluate {
    /** Sums over the documents of a layout. */
    private static final class Tally {
        int documents;
        int words;
        int inOrder;
        int cells;
        int right;

        void add(Tally other) {
            documents += other.documents;
            words += other.words;
            inOrder += other.inOrder;
            cells += other.cells;
            right += other.right;
        }
    }

    private Evaluate() {}

    public static void main(String[] args) throws IOException {
        boolean heldOut = !List.of(args).contains("--known");
        int rounds = Integer.parseInt(Local.option(args, "--rounds", "3"));
        long seed = Long.parseLong(Local.option(args, "--seed", "20261125"));
        String keep = Local.option(args, "--keep", "");
        Template.Set set = Template.read(Path.of("bench", "eval", "made", heldOut ? "heldout.txt" : "known.txt"));
        Map<String, Tally> tallies = new TreeMap<>();
        StringBuilder worst = new StringBuilder();
        for (Sample sample : MakeSamples.make(set, rounds, seed, heldOut)) {
            if (!keep.isEmpty()) {
                Files.createDirectories(Path.of(keep));
                Files.write(Path.of(keep, sample.filename()), sample.bytes());
            }
            Tally tally = score(sample);
            tallies.computeIfAbsent(sample.layout(), none -> new Tally()).add(tally);
            if (tally.inOrder < 0.97 * tally.words || tally.right < 0.97 * tally.cells) {
                worst.append(String.format(Locale.ROOT, "%s (%s): %d of %d words, %d of %d cells%n", sample.filename(),
                        sample.layout(), tally.inOrder, tally.words, tally.right, tally.cells));
            }
        }
        print(tallies);
        if (List.of(args).contains("--misses")) {
            System.out.println("\n" + worst);
        }
    }

    private static Tally score(Sample sample) throws IOException {
        Tally tally = new Tally();
        tally.documents = 1;
        tally.words = sample.words().size();
        tally.cells = sample.rows().stream().mapToInt(List::size).sum();
        JsonNode body = Local.answer(new ParseDocument(Local.limits()), Local.request(sample.filename(), sample.bytes()));
        if (body == null) {
            return tally;
        }
        Document html = Jsoup.parse(body.get("text").textValue().replaceAll("</t[dh]>", " $0"));
        tally.inOrder = common(plain(sample.words()), plain(List.of(html.wholeText().strip().split("\\s+"))));
        List<List<String>> found = new ArrayList<>();
        for (Element row : html.select("tr")) {
            found.add(row.select("td, th").stream().map(cell -> cell.text().strip()).toList());
        }
        for (List<String> row : sample.rows()) {
            tally.right += take(row, found);
        }
        return tally;
    }

    /** Whether a label is written with a colon, and a title in capitals, is a matter of the layout. */
    private static List<String> plain(List<String> words) {
        return words.stream().map(word -> word.replaceAll(":$", "").toLowerCase(Locale.ROOT)).toList();
    }

    /** The longest run of words, others in between allowed, that both have in the same order. */
    private static int common(List<String> one, List<String> other) {
        int[] before = new int[other.size() + 1];
        for (String word : one) {
            int[] here = new int[other.size() + 1];
            for (int at = 0; at < other.size(); at++) {
                here[at + 1] = word.equals(other.get(at)) ? before[at] + 1 : Math.max(before[at + 1], here[at]);
            }
            before = here;
        }
        return before[other.size()];
    }

    /** The cells of a row that are right in the row most like it, which is then taken. */
    private static int take(List<String> row, List<List<String>> found) {
        int best = -1;
        int most = 0;
        for (int at = 0; at < found.size(); at++) {
            int same = 0;
            for (int cell = 0; cell < Math.min(row.size(), found.get(at).size()); cell++) {
                same += row.get(cell).replaceAll("\\s+", " ").equals(found.get(at).get(cell)) ? 1 : 0;
            }
            if (same > most) {
                most = same;
                best = at;
            }
        }
        if (best >= 0) {
            found.remove(best);
        }
        return most;
    }

    private static void print(Map<String, Tally> tallies) {
        System.out.printf(Locale.ROOT, "%-26s %9s %8s %9s %8s %8s%n", "layout", "documents", "words", "in order", "cells", "right");
        Tally all = new Tally();
        tallies.forEach((layout, tally) -> {
            line(layout, tally);
            all.add(tally);
        });
        line("ALL", all);
    }

    private static void line(String name, Tally tally) {
        System.out.printf(Locale.ROOT, "%-26s %9d %8d %8.2f%% %8d %7.2f%%%n", name, tally.documents, tally.words,
                100.0 * tally.inOrder / tally.words, tally.cells, tally.cells == 0 ? 100 : 100.0 * tally.right / tally.cells);
    }
}
