package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.value.ReadFlag;
import dev.docket.job.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads instructions: a JSON object, or clauses that are parted by lines and semicolons, and by commas, full stops and
 * "and" where another clause begins behind them.
 */
final class ReadInstructions {
    private static final int MOST_WISHES = 2000;
    private static final int HEAD = 500;
    private static final int MOST_LOOKS = 20_000;
    private static final Pattern PARTS = Pattern.compile("\\s*(?:[\\r\\n]+|;)\\s*");
    private static final Pattern BULLET =
            Pattern.compile("^(?:[-*•–▪]\\s+|\\(?\\d{1,3}[.)]\\s+|\\[[ xX]?\\]\\s+|#{1,6}\\s+)+");
    private static final Pattern MARKS = Pattern.compile("[☑☒✓✔☐□]|[\\[(] ?[xX]?[])]");
    private static final Pattern SEAM =
            Pattern.compile("(?:,|\\.|!)\\s+(?:(?:and|und|et|y|e|then)\\s+)?|\\s+(?:and|und|et|y|e|then)\\s+");

    private final ReadClause clause;
    private final List<Wish> wishes = new ArrayList<>();
    private int looks;

    private ReadInstructions(NameIndex names) {
        clause = new ReadClause(names);
    }

    /** What is asked for, in its order. */
    static List<Wish> read(String instructions, NameIndex names) {
        List<Wish> wishes = ReadJson.read(instructions).orElseGet(() -> {
            ReadInstructions reading = new ReadInstructions(names);
            reading.text(instructions);
            return reading.wishes;
        });
        if (wishes.size() > MOST_WISHES) {
            throw new DocumentRefused(
                    ErrorCode.REQUEST_INVALID,
                    "The instructions ask for more than the " + MOST_WISHES + " things that can be filled in at once.");
        }
        return wishes;
    }

    private void text(String instructions) {
        for (String part : PARTS.split(instructions)) {
            WorkStopped.check();
            Optional<Boolean> box = ReadFlag.box(part);
            String bare = BULLET.matcher(part.strip()).replaceFirst("").strip();
            if (box.isPresent() && !bare.isEmpty()) {
                Wish.Act act = box.get() ? Wish.Act.TICK : Wish.Act.UNTICK;
                wishes.add(new Wish(act, NearLabel.plain(MARKS.matcher(bare).replaceAll("")), ""));
            } else if (!bare.isEmpty() && wishes.size() <= MOST_WISHES) {
                part(bare);
            }
        }
    }

    private void part(String part) {
        int from = 0;
        Matcher seam = SEAM.matcher(part);
        for (int at = 0; looks < MOST_LOOKS && seam.find(at); at = seam.end()) {
            WorkStopped.check();
            looks++;
            boolean inLabel =
                    seam.start() - from < clause.labelEnd(part.substring(from, Math.min(part.length(), from + HEAD)));
            if (seam.start() > from
                    && !inLabel
                    && clause.begins(part.substring(seam.end(), Math.min(part.length(), seam.end() + HEAD)))) {
                wishes.addAll(clause.read(part.substring(from, seam.start()).strip()));
                from = seam.end();
            }
        }
        wishes.addAll(clause.read(part.substring(from).strip()));
    }
}
