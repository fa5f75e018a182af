package made;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts names, numbers and dates in the places of a template. The number of a document stays the same within it. */
final class Fill {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final List<String> FIRMS = List.of("Alder Systems", "Brightwater Trading", "Castor Logistik",
            "Delmont Foods", "Eberhardt Print", "Falkner Solar", "Hollis Instruments", "Norden Books", "Kestrel Design");
    private static final List<String> FORMS = List.of("Ltd", "GmbH", "SARL", "S.L.", "Inc.", "AG", "S.r.l.");
    private static final List<String> FIRST = List.of("Clara", "Jonas", "Mireille", "Tomás", "Giulia", "Peter", "Hannah");
    private static final List<String> LAST = List.of("Berger", "Okafor", "Lindqvist", "Moreau", "Santini", "Hughes", "Weiss");
    private static final List<String> ITEMS = List.of("Desk lamp, brass", "Bolt M8 x 40", "Cardboard box 40 cm",
            "Printer paper A4", "Ceramic cup, white", "Cable 5 m", "Steel shelf", "LED panel 60x60", "Olive oil 1 l",
            "Keyboard", "Paint, matt white", "Wall clock", "Office chair", "Blue folder", "Garden hose 25 m");
    private static final List<String> LAB = List.of("Hemoglobin", "Glucose", "Leukocytes", "Creatinine", "TSH", "Sodium");

    private final Random random;
    private final String language;
    private final String no;
    private final DateTimeFormatter dates;

    Fill(Random random, String language) {
        this.random = random;
        this.language = language;
        String[] forms = {"%s-2026-%04d", "%s%06d", "%s/26/%05d"};
        no = String.format(forms[random.nextInt(3)], pick(List.of("RE", "INV", "A", "DN", "X")), random.nextInt(9999));
        String[] patterns = language.equals("de") ? new String[] {"dd.MM.yyyy", "d. MMMM yyyy"}
                : language.equals("en") ? new String[] {"d MMM yyyy", "yyyy-MM-dd", "MMMM d, yyyy"}
                : new String[] {"dd/MM/yyyy", "d MMMM yyyy"};
        dates = DateTimeFormatter.ofPattern(patterns[random.nextInt(patterns.length)], new Locale(language));
    }

    String in(String text) {
        Matcher place = PLACE.matcher(text);
        StringBuilder out = new StringBuilder();
        while (place.find()) {
            place.appendReplacement(out, Matcher.quoteReplacement(value(place.group(1))));
        }
        return place.appendTail(out).toString();
    }

    List<List<String>> pairs(String[] parts) {
        List<List<String>> pairs = new ArrayList<>();
        for (String part : parts) {
            int colon = part.indexOf(':');
            pairs.add(List.of(part.substring(0, colon), in(part.substring(colon + 1).strip())));
        }
        return pairs;
    }

    List<List<String>> table(String[] columns, int rows) {
        List<List<String>> table = new ArrayList<>();
        List<String> head = new ArrayList<>();
        for (String column : columns) {
            head.add(column.substring(0, column.indexOf('{')));
        }
        table.add(head);
        for (int row = 0; row < rows; row++) {
            List<String> cells = new ArrayList<>();
            for (String column : columns) {
                cells.add(value(column.substring(column.indexOf('{') + 1, column.length() - 1)));
            }
            table.add(cells);
        }
        return table;
    }

    List<String> sentences(String[] pool, int most) {
        List<String> texts = new ArrayList<>();
        for (int at = 0; at < Math.max(2, most); at++) {
            texts.add(in(pool[at % pool.length]));
        }
        return texts;
    }

    private String value(String place) {
        return switch (place) {
            case "no" -> no;
            case "num" -> String.valueOf(10_000_000 + random.nextInt(89_999_999));
            case "qty" -> String.valueOf(1 + random.nextInt(60));
            case "money" -> money();
            case "date" -> LocalDate.of(2026, 1, 1).plusDays(random.nextInt(330)).format(dates);
            case "firm" -> pick(FIRMS) + " " + pick(FORMS);
            case "name" -> pick(FIRST) + " " + pick(LAST);
            case "item" -> pick(ITEMS);
            case "lab" -> pick(LAB);
            case "unit" -> pick(List.of("mg/dl", "mmol/l", "g/l", "U/l"));
            case "range" -> random.nextInt(20) + " - " + (30 + random.nextInt(90));
            default -> throw new IllegalArgumentException(place);
        };
    }

    private String money() {
        int cents = 100 + random.nextInt(250_000);
        String amount = String.format(Locale.ROOT, "%,d.%02d", cents / 100, cents % 100);
        return language.equals("en") ? amount : amount.replace(",", "_").replace('.', ',').replace("_", ".");
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
