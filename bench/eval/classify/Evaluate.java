package classify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.local.classify.ClassifyDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import made.Draw;
import made.Local;
import made.Piece;
import made.Sheet;
import made.Style;
import made.Template;
import made.Write;

/** Classifies documents whose kind is known, and prints how many were put where they belong. */
public final class Evaluate {
    private static final int[] COUNTS = {3, 6, 12};

    private final boolean heldOut;
    private final Template.Set set;
    private final Random random;
    private final Map<String, int[]> byKind = new TreeMap<>();
    private final Map<String, int[]> byCase = new TreeMap<>();
    private final StringBuilder misses = new StringBuilder();
    private double sureOfRight;
    private double sureOfWrong;

    private Evaluate(boolean heldOut, long seed) throws IOException {
        this.heldOut = heldOut;
        random = new Random(seed);
        set = Template.read(Path.of("bench", "eval", "made", heldOut ? "heldout.txt" : "known.txt"));
    }

    public static void main(String[] args) throws IOException {
        boolean heldOut = !List.of(args).contains("--known");
        int rounds = Integer.parseInt(Local.option(args, "--rounds", "4"));
        Evaluate evaluate = new Evaluate(heldOut, Long.parseLong(Local.option(args, "--seed", "20261125")));
        String keep = Local.option(args, "--keep", "");
        for (int round = 0; round < rounds; round++) {
            for (Template template : evaluate.set.templates()) {
                evaluate.one(template, round, keep);
            }
        }
        evaluate.print(List.of(args).contains("--misses"));
    }

    private void one(Template template, int round, String keep) throws IOException {
        List<Piece> pieces = template.make(random, 1 + random.nextInt(round % 2 == 0 ? 8 : 40));
        boolean untitled = random.nextInt(5) == 0 && pieces.size() > 2;
        if (untitled) {
            pieces.removeIf(piece -> piece.form() == Piece.Form.TITLE);
        }
        String format = new String[] {"pdf", "pdf", "pdf", "docx", "txt", "html"}[random.nextInt(6)];
        byte[] bytes = switch (format) {
            case "docx" -> Write.docx(pieces);
            case "txt" -> Write.text(pieces);
            case "html" -> Write.html(pieces);
            default -> {
                Sheet sheet = new Sheet();
                Draw.draw(sheet, Style.of(random, heldOut, template.language()), template.language(), pieces, random);
                yield sheet.bytes();
            }
        };
        boolean rest = random.nextInt(3) == 0;
        boolean missing = rest && random.nextInt(2) == 0;
        List<String> kinds = new ArrayList<>(set.categories().keySet());
        kinds.remove(template.kind());
        Collections.shuffle(kinds, random);
        kinds = new ArrayList<>(kinds.subList(0, COUNTS[random.nextInt(3)] - 1));
        if (!missing) {
            kinds.add(template.kind());
        }
        Collections.shuffle(kinds, random);
        int naming = random.nextInt(3);
        ObjectNode request = Local.request(template.kind() + "-" + template.language() + "-" + round + "." + format, bytes);
        ArrayNode categories = request.putArray("categories");
        String right = "other";
        for (String kind : kinds) {
            Template.Category category = set.categories().get(kind);
            String name = category.names().get(naming == 2 ? random.nextInt(category.names().size()) : naming);
            categories.addObject().put("name", name).put("description", random.nextBoolean() || naming == 1 ? category.description() : "");
            right = kind.equals(template.kind()) ? name : right;
        }
        if (rest) {
            categories.addObject().put("name", "other").put("description", "Anything else");
        }
        if (!keep.isEmpty()) {
            Files.createDirectories(Path.of(keep));
            Files.write(Path.of(keep, request.at("/document/filename").textValue()), bytes);
        }
        score(template, right, request, format + (untitled ? ", untitled" : ""));
    }

    private void score(Template template, String right, ObjectNode request, String how) throws IOException {
        JsonNode body = Local.answer(new ClassifyDocument(Local.limits()), request);
        String got = body == null ? "" : body.at("/result/classification").textValue();
        boolean hit = right.equals(got);
        count(byKind, right.equals("other") ? "none of the categories" : template.kind(), hit);
        count(byCase, how, hit);
        double sure = body == null ? 0 : body.get("likelihood").doubleValue();
        if (hit) {
            sureOfRight += sure;
        } else {
            sureOfWrong += sure;
            misses.append(request.at("/document/filename").textValue()).append(" (").append(how).append("): ")
                    .append(right).append(" taken for ").append(got).append(" (").append(sure).append("). ")
                    .append(body == null ? "" : body.at("/result/reasoning").textValue()).append('\n');
        }
    }

    private static void count(Map<String, int[]> counts, String key, boolean hit) {
        int[] tally = counts.computeIfAbsent(key, none -> new int[2]);
        tally[0] += hit ? 1 : 0;
        tally[1]++;
    }

    private void print(boolean tellMisses) {
        int right = byCase.values().stream().mapToInt(tally -> tally[0]).sum();
        int all = byCase.values().stream().mapToInt(tally -> tally[1]).sum();
        byKind.forEach(Evaluate::line);
        System.out.println();
        byCase.forEach(Evaluate::line);
        line("ALL", new int[] {right, all});
        System.out.printf(Locale.ROOT, "mean likelihood: %.2f of the right, %.2f of the wrong%n",
                sureOfRight / Math.max(1, right), sureOfWrong / Math.max(1, all - right));
        if (tellMisses) {
            System.out.println("\n" + misses);
        }
    }

    private static void line(String name, int[] tally) {
        System.out.printf(Locale.ROOT, "%-28s %4d of %4d  %5.1f%%%n", name, tally[0], tally[1], 100.0 * tally[0] / tally[1]);
    }
}
