package split;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.local.split.SplitDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import made.Draw;
import made.Local;
import made.Sheet;
import made.Style;
import made.Template;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Splits stacks of documents that were put together by code, and prints how many came apart where they should. */
public final class Evaluate {
    /** A part of a stack as it truly is. */
    private record Part(String name, int first, int last) {}

    private final boolean heldOut;
    private final Template.Set set;
    private final Random random;
    private final StringBuilder misses = new StringBuilder();
    private int stacks;
    private int wholeStacks;
    private int pages;
    private int rightPages;
    private int parts;
    private int rightParts;
    private int begun;
    private int truly;
    private int both;

    private Evaluate(boolean heldOut, long seed) throws IOException {
        this.heldOut = heldOut;
        random = new Random(seed);
        set = Template.read(Path.of("bench", "eval", "made", heldOut ? "heldout.txt" : "known.txt"));
    }

    public static void main(String[] args) throws IOException {
        boolean heldOut = !List.of(args).contains("--known");
        Evaluate evaluate = new Evaluate(heldOut, Long.parseLong(Local.option(args, "--seed", "20261125")));
        int rounds = Integer.parseInt(Local.option(args, "--rounds", "60"));
        for (int round = 0; round < rounds; round++) {
            evaluate.one(round, Local.option(args, "--keep", ""));
        }
        evaluate.print(List.of(args).contains("--misses"));
    }

    private void one(int round, String keep) throws IOException {
        Sheet sheet = new Sheet();
        List<Template> chosen = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int at = 0; at < count; at++) {
            boolean again = at > 0 && random.nextInt(4) == 0;
            chosen.add(again ? chosen.get(at - 1) : set.any(random));
        }
        Set<String> kinds = new LinkedHashSet<>();
        chosen.forEach(template -> kinds.add(template.kind()));
        List<String> others = new ArrayList<>(set.categories().keySet());
        others.removeAll(kinds);
        Collections.shuffle(others, random);
        kinds.addAll(others.subList(0, Math.min(others.size(), random.nextInt(4))));
        int naming = random.nextInt(2);
        List<Part> truth = new ArrayList<>();
        Style style = null;
        for (Template template : chosen) {
            // Documents of one sender look alike.
            boolean alike = style != null && random.nextInt(4) == 0;
            style = alike ? style : Style.of(random, heldOut, template.language());
            int first = sheet.pages() + 1;
            int length = random.nextInt(3) == 0 ? 30 + random.nextInt(70) : 1 + random.nextInt(12);
            Draw.draw(sheet, style, template.language(), template.make(random, length), random);
            boolean separated = random.nextInt(8) == 0;
            if (separated) {
                sheet.page(PDRectangle.A4);
            }
            truth.add(new Part(name(template.kind(), naming), first, sheet.pages()));
        }
        if (random.nextInt(4) == 0) {
            for (int page = 0; page < sheet.pages(); page++) {
                sheet.stamp(page, 8, 280, 20, (page + 1) + " / " + sheet.pages());
            }
        }
        byte[] bytes = sheet.bytes();
        String filename = "stack-" + round + ".pdf";
        if (!keep.isEmpty()) {
            Files.createDirectories(Path.of(keep));
            Files.write(Path.of(keep, filename), bytes);
        }
        ObjectNode request = Local.request(filename, bytes);
        ArrayNode subdocuments = request.putArray("subdocuments");
        List<String> order = new ArrayList<>(kinds);
        Collections.shuffle(order, random);
        boolean described = random.nextBoolean();
        for (String kind : order) {
            subdocuments.addObject().put("name", name(kind, naming))
                    .put("description", described ? set.categories().get(kind).description() : "");
        }
        score(filename, truth, Local.answer(new SplitDocument(Local.limits()), request));
    }

    private String name(String kind, int naming) {
        return set.categories().get(kind).names().get(naming);
    }

    private void score(String filename, List<Part> truth, JsonNode body) {
        stacks++;
        int count = truth.get(truth.size() - 1).last();
        pages += count;
        parts += truth.size();
        List<Part> got = new ArrayList<>();
        if (body != null) {
            body.get("splits").forEach(split -> got.add(new Part(split.get("name").textValue(),
                    split.get("pages").get(0).intValue(),
                    split.get("pages").get(split.get("pages").size() - 1).intValue())));
        }
        String[] names = new String[count + 1];
        got.forEach(part -> {
            for (int page = part.first(); page <= part.last(); page++) {
                names[page] = part.name();
            }
        });
        TreeMap<Integer, String> begins = new TreeMap<>();
        truth.forEach(part -> begins.put(part.first(), part.name()));
        for (int page = 1; page <= count; page++) {
            rightPages += begins.floorEntry(page).getValue().equals(names[page]) ? 1 : 0;
        }
        rightParts += (int) truth.stream().filter(got::contains).count();
        truly += truth.size() - 1;
        begun += got.size() - 1;
        both += (int) got.stream().filter(part -> part.first() > 1 && begins.containsKey(part.first())).count();
        boolean whole = got.equals(truth);
        wholeStacks += whole ? 1 : 0;
        if (!whole) {
            misses.append(filename).append("\n  true ").append(truth).append("\n  got  ").append(got).append('\n');
            body.get("splits").forEach(split -> misses.append("    ").append(split.get("likelihood")).append(' ')
                    .append(split.get("reasoning").textValue()).append('\n'));
        }
    }

    private void print(boolean tellMisses) {
        line("stacks that came apart as they should", wholeStacks, stacks);
        line("documents with the right name and pages", rightParts, parts);
        line("pages under the right name", rightPages, pages);
        line("beginnings found", both, truly);
        line("beginnings that are none", begun - both, begun);
        if (tellMisses) {
            System.out.println("\n" + misses);
        }
    }

    private static void line(String name, int some, int all) {
        System.out.printf(Locale.ROOT, "%-42s %4d of %4d  %5.1f%%%n", name, some, all, 100.0 * some / Math.max(1, all));
    }
}
