package dev.docket.endpoint.local.value;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The months by their names, written out or cut short, in the languages known. */
final class Months {
    private static final String NAMES = """
            january jan januar jaenner janner janvier janv enero ene gennaio gen januari
            february feb februar fevrier fevr febrero febbraio febr fevereiro februari
            march mar marz maerz mrz mars marzo maart
            april apr avril avr abril abr aprile
            may mai mayo maggio mag mei
            june jun juni juin junio giugno giu
            july jul juli juillet juil julio luglio lug
            august aug aout agosto ago agost augustus
            september sep sept septembre septiembre settembre set setiembre
            october oct oktober okt octobre octubre ottobre ott
            november nov novembre noviembre
            december dec dezember dez decembre diciembre dic dicembre""";

    private static final Map<String, Integer> BY_NAME = index();
    private static final Pattern MONTH_THEN_DAY = Pattern.compile(
            "\\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
                    + " \\d{1,2}, \\d{4}");

    private Months() {}

    /** The number of the month, 0 for another word. */
    static int of(String name) {
        String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return BY_NAME.getOrDefault(plain, 0);
    }

    /** Whether the text has a date such as March 3, 2026, which only some write. */
    static boolean startsEnglishDate(String text) {
        return MONTH_THEN_DAY.matcher(text).find();
    }

    private static Map<String, Integer> index() {
        Map<String, Integer> index = new HashMap<>();
        String[] months = NAMES.split("\n");
        for (int month = 0; month < months.length; month++) {
            for (String name : months[month].split(" ")) {
                index.put(name, month + 1);
            }
        }
        return index;
    }
}
