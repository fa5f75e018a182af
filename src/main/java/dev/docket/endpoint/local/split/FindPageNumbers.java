package dev.docket.endpoint.local.split;

import dev.docket.endpoint.local.label.Words;
import dev.docket.endpoint.local.topic.SeenPage;
import dev.docket.endpoint.local.topic.SeenPhrase;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the numbers that a page bears at its top and bottom: its own, and perhaps those of a stamp. */
final class FindPageNumbers {
    private static final int EDGE_LINES = 6;
    private static final String OF = "(?:of|out of|von|de|di|sur|van|av|af|z|ze|su|da|del|iz|из|من|/|\\||共)";
    private static final Pattern WORDED = Pattern.compile("(?U)(?:(?<!\\p{L})(?:page|seite|pagina|pag|pg|p|blatt"
            + "|bladzijde|blz|sida|side|strona|strana|str|oldal|sivu|sayfa|hoja|foglio|feuille|folio|sheet|страница"
            + "|стр|صفحة)|第)[.:]?\\s{0,3}(?:n[o°.]{0,2}|nr\\.?)?\\s{0,3}(\\p{Nd}{1,4})(?!\\p{Nd}|[.,]\\p{Nd})"
            + "(?:\\s{0,3}(?:[页頁ページ])?\\s{0,3}[(\\[]?" + OF + "\\s{0,3}(\\p{Nd}{1,4})(?!\\p{Nd}))?");
    private static final Pattern BARE_OF =
            Pattern.compile("(?U)^\\W{0,4}(\\p{Nd}{1,4})\\s{0,3}" + OF + "\\s{0,3}(\\p{Nd}{1,4})\\W{0,4}$");
    private static final Pattern BARE = Pattern.compile("(?U)^[-–—|·\\s]{0,4}(\\p{Nd}{1,3})[-–—|·.\\s]{0,4}$");

    private FindPageNumbers() {}

    /** Those that say most come first: with a total, then with a word, then bare. */
    static List<PageNumber> of(SeenPage page) {
        List<PageNumber> totals = new ArrayList<>();
        List<PageNumber> worded = new ArrayList<>();
        List<PageNumber> bare = new ArrayList<>();
        int lines = page.lines().size();
        for (int at = 0; at < lines; at++) {
            if (at < EDGE_LINES || at >= lines - EDGE_LINES) {
                for (SeenPhrase phrase : page.lines().get(at)) {
                    find(Words.plain(phrase.text()), at == 0 || at == lines - 1, totals, worded, bare);
                }
            }
        }
        List<PageNumber> all = new ArrayList<>(totals);
        all.addAll(worded);
        all.addAll(bare);
        return all;
    }

    /** Whether a phrase is nothing but the number of its page. */
    static boolean isNumber(SeenPhrase phrase) {
        String text = Words.plain(phrase.text()).strip();
        Matcher worded = WORDED.matcher(text);
        return BARE.matcher(text).matches()
                || BARE_OF.matcher(text).matches()
                || worded.find() && worded.end() - worded.start() > text.length() - 3;
    }

    private static void find(
            String text, boolean edge, List<PageNumber> totals, List<PageNumber> worded, List<PageNumber> bare) {
        Matcher word = WORDED.matcher(text);
        Matcher of = BARE_OF.matcher(text);
        Matcher alone = BARE.matcher(text);
        if (word.find()) {
            add(word.group(1), word.group(2), word.group(2) == null ? worded : totals);
        } else if (of.matches()) {
            add(of.group(1), of.group(2), totals);
        } else if (edge && alone.matches()) {
            add(alone.group(1), null, bare);
        }
    }

    private static void add(String number, String total, List<PageNumber> to) {
        int at = Integer.parseInt(number);
        int all = total == null ? 0 : Integer.parseInt(total);
        if (at > 0 && (all == 0 || at <= all)) {
            to.add(new PageNumber(at, all));
        }
    }
}
