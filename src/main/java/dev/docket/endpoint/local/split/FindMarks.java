package dev.docket.endpoint.local.split;

import dev.docket.endpoint.local.label.Words;
import dev.docket.endpoint.local.topic.SeenPage;
import dev.docket.endpoint.local.topic.SeenPhrase;
import java.util.List;
import java.util.regex.Pattern;

/** Finds what a page says, or lets see, about where it begins and ends. */
final class FindMarks {
    private static final int EDGE_LINES = 6;
    private static final int OPENING_LINES = 25;
    private static final int CLOSING_LINES = 15;
    private static final int RUNNING_WORDS = 6;

    private static final Pattern OPENS = Pattern.compile(
            "^(?:dear |to whom it may|sehr geehrte|liebe[rs]? |hallo |madame|monsieur|cher |chere |estimad[oa]"
                    + "|distinguid[oa]|muy senor|egregi[oa]|gentile|spett|caro |cara |geachte|prezad[oa])");
    private static final Pattern CLOSES = Pattern.compile(
            "^(?:(?:yours |very )?(?:sincerely|truly|faithfully)|(?:kind|best|warm) regards|respectfully"
                    + "|mit freundlichen grussen|hochachtungsvoll|freundliche grusse|cordialement|veuillez agreer"
                    + "|sincerement|atentamente|cordialmente|un cordial saludo|saludos|cordiali saluti"
                    + "|distinti saluti|met vriendelijke groet|thank you for your (?:business|purchase|order|visit))");
    private static final Pattern CONTINUES = Pattern.compile(
            "\\b(?:continued from|continued\\b(?! on)|contd|cont d"
                    + "|carried forward from|brought forward|balance brought|fortsetzung(?! (?:auf|folgt|nachste))|ubertrag"
                    + "|suite de|suite et fin|report de la page|continuacion|viene de|sigue de|segue da|riporto|seguito da)\\b");
    private static final Pattern CONTINUED = Pattern.compile("\\b(?:continued on|continues on|to be continued"
            + "|please turn over|carried forward|carry forward|see next page|fortsetzung (?:auf|folgt|nachste)"
            + "|bitte wenden|ubertrag|suite (?:page|au verso|a la page)|a reporter|tournez|continua (?:en|a|alla|nella)"
            + "|sigue en|pasa a|segue (?:a|alla|nella)|da riportare)\\b");

    private FindMarks() {}

    static PageTraits.Marks of(SeenPage page) {
        List<List<SeenPhrase>> lines = page.lines();
        int count = lines.size();
        return new PageTraits.Marks(
                has(OPENS, lines.subList(0, Math.min(OPENING_LINES, count))),
                has(CLOSES, lines.subList(Math.max(0, count - CLOSING_LINES), count)),
                has(CONTINUES, lines.subList(0, Math.min(EDGE_LINES, count))),
                has(CONTINUED, lines.subList(Math.max(0, count - EDGE_LINES), count)),
                startsInside(lines),
                endsInside(lines));
    }

    private static boolean has(Pattern mark, List<List<SeenPhrase>> lines) {
        for (List<SeenPhrase> line : lines) {
            for (SeenPhrase phrase : line) {
                String plain = String.join(" ", Words.of(phrase.text())) + ' ';
                if (mark.matcher(plain).find()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean startsInside(List<List<SeenPhrase>> lines) {
        for (List<SeenPhrase> line : lines) {
            SeenPhrase first = line.get(0);
            if (line.size() == 1 && first.words().size() >= RUNNING_WORDS) {
                return Character.isLowerCase(first.text().codePointAt(0));
            }
        }
        return false;
    }

    private static boolean endsInside(List<List<SeenPhrase>> lines) {
        for (int at = lines.size() - 1; at >= 0; at--) {
            SeenPhrase last = lines.get(at).get(0);
            if (lines.get(at).size() == 1 && last.words().size() >= RUNNING_WORDS) {
                String text = last.text().stripTrailing();
                char end = text.charAt(text.length() - 1);
                return Character.isLowerCase(end) || end == ',' || end == '-';
            }
        }
        return false;
    }
}
