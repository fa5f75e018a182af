package extract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** How numbers, dates and addresses are written in a country. */
enum Tongue {
    EN("EUR,GBP", '.', ',', "d MMMM yyyy|dd/MM/yyyy|yyyy-MM-dd", "Ltd,PLC,& Sons Ltd"),
    US("USD", '.', ',', "MMMM d, yyyy|MM/dd/yyyy|MMM d, yyyy", "Inc.,LLC,Corp."),
    DE("EUR", ',', '.', "dd.MM.yyyy|d. MMMM yyyy|dd.MM.yy", "GmbH,AG,KG"),
    CH("CHF", '.', '\'', "dd.MM.yyyy|d. MMMM yyyy", "AG,GmbH"),
    FR("EUR", ',', ' ', "dd/MM/yyyy|d MMMM yyyy", "SARL,SAS,SA"),
    ES("EUR", ',', '.', "dd/MM/yyyy|d 'de' MMMM 'de' yyyy", "S.L.,S.A."),
    IT("EUR", ',', '.', "dd/MM/yyyy|d MMMM yyyy", "S.r.l.,S.p.A.");

    private static final List<String> FIRMS = List.of(
            "Alder", "Brightwater", "Castor", "Delmont", "Eberhardt", "Falkner", "Granville", "Hollis", "Iverson",
            "Jansen", "Kestrel", "Lorimer", "Mirabel", "Norden", "Oakfield", "Pellegrin", "Quillon", "Rosenthal");
    private static final List<String> TRADES =
            List.of("Systems", "Logistik", "Design", "Trading", "Instruments", "Foods", "Print", "Solar", "Books");
    private static final List<String> FIRST_NAMES =
            List.of("Clara", "Jonas", "Mireille", "Tomás", "Giulia", "Peter", "Hannah", "Lukas", "Elena", "Victor");
    private static final List<String> LAST_NAMES = List.of(
            "Berger", "Okafor", "Lindqvist", "Moreau", "Santini", "Hughes", "Navarro", "Weiss", "Kowalski", "Ferrand");

    final List<String> currencies;
    private final char decimal;
    private final char group;
    private final String[] dates;
    private final List<String> forms;

    Tongue(String currencies, char decimal, char group, String dates, String forms) {
        this.currencies = List.of(currencies.split(","));
        this.decimal = decimal;
        this.group = group;
        this.dates = dates.split("\\|");
        this.forms = List.of(forms.split(","));
    }

    Locale locale() {
        return switch (this) {
            case EN -> Locale.UK;
            case US -> Locale.US;
            case DE, CH -> Locale.GERMANY;
            case FR -> Locale.FRANCE;
            case ES -> new Locale("es", "ES");
            case IT -> Locale.ITALY;
        };
    }

    String money(BigDecimal amount) {
        DecimalFormatSymbols signs = new DecimalFormatSymbols(Locale.ROOT);
        signs.setDecimalSeparator(decimal);
        signs.setGroupingSeparator(group);
        return new DecimalFormat("#,##0.00", signs).format(amount);
    }

    /** One way to write dates, the same for a whole document. */
    String datePattern(Random random) {
        return dates[random.nextInt(dates.length)];
    }

    String date(LocalDate date, String pattern) {
        return date.format(java.time.format.DateTimeFormatter.ofPattern(pattern, locale()));
    }

    String firm(Random random) {
        return pick(FIRMS, random) + " " + pick(TRADES, random) + " " + pick(forms, random);
    }

    String person(Random random) {
        return pick(FIRST_NAMES, random) + " " + pick(LAST_NAMES, random);
    }

    String street(Random random) {
        int number = 1 + random.nextInt(180);
        return switch (this) {
            case EN -> number + " " + pick(List.of("Mill Lane", "Church Road", "Victoria Street", "Station Road"), random);
            case US -> number + " " + pick(List.of("Maple Avenue", "Elm Street", "5th Street", "Ocean Drive"), random);
            case DE -> pick(List.of("Lindenstraße", "Hauptstr.", "Am Markt", "Goethestraße"), random) + " " + number;
            case CH -> pick(List.of("Bahnhofstrasse", "Seestrasse", "Dorfgasse"), random) + " " + number;
            case FR -> number + " " + pick(List.of("rue de la Paix", "avenue Foch", "boulevard Voltaire"), random);
            case ES -> pick(List.of("Calle Mayor", "Avenida del Sol", "Calle Serrano"), random) + " " + number;
            case IT -> "Via " + pick(List.of("Garibaldi", "Roma", "Dante", "Verdi"), random) + " " + number;
        };
    }

    /** A postal code and a town. */
    String[] town(Random random) {
        List<String> towns = switch (this) {
            case EN -> List.of("LS1 4DY|Leeds", "BS8 2QT|Bristol", "M1 7ED|Manchester", "YO1 9TL|York");
            case US -> List.of("62704|Springfield", "97205|Portland", "30309|Atlanta", "73301|Austin");
            case DE -> List.of("50667|Köln", "20095|Hamburg", "80331|München", "04109|Leipzig");
            case CH -> List.of("8001|Zürich", "3011|Bern", "4051|Basel");
            case FR -> List.of("75002|Paris", "69003|Lyon", "33000|Bordeaux", "44000|Nantes");
            case ES -> List.of("28013|Madrid", "08008|Barcelona", "41001|Sevilla");
            case IT -> List.of("20121|Milano", "00185|Roma", "50123|Firenze");
        };
        return pick(towns, random).split("\\|");
    }

    /** The line of an address that has the town. */
    String townLine(String[] town, Random random) {
        return switch (this) {
            case EN -> town[1] + " " + town[0];
            case US -> town[1] + ", " + pick(List.of("IL", "OR", "GA", "TX"), random) + " " + town[0];
            default -> town[0] + " " + town[1];
        };
    }

    String iban(Random random) {
        return switch (this) {
            case DE -> "DE02 1203 0000 0000 2020 51";
            case CH -> "CH93 0076 2011 6238 5295 7";
            case FR -> "FR14 2004 1010 0505 0001 3M02 606";
            case ES -> "ES91 2100 0418 4502 0005 1332";
            case IT -> "IT60 X054 2811 1010 0000 0123 456";
            default -> "GB29 NWBK 6016 1331 9268 19";
        };
    }

    static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    static BigDecimal cents(long cents) {
        return BigDecimal.valueOf(cents, 2).setScale(2, RoundingMode.HALF_UP);
    }
}
