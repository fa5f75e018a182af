package dev.docket.endpoint.local.value;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Currencies by their signs and codes. */
public final class Currencies {
    private static final Set<String> CODES = Set.of(
            ("EUR USD GBP CHF JPY CNY INR CAD AUD NZD SEK NOK DKK ISK PLN CZK HUF RON BGN HRK RUB UAH TRY ILS AED SAR QAR"
                            + " KWD EGP MAD TND ZAR NGN KES GHS BRL MXN ARS CLP COP PEN UYU KRW TWD HKD SGD MYR THB IDR"
                            + " PHP VND PKR BDT LKR")
                    .split(" "));
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("€", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("¥", "JPY"),
            Map.entry("₹", "INR"),
            Map.entry("₽", "RUB"),
            Map.entry("₺", "TRY"),
            Map.entry("₩", "KRW"),
            Map.entry("₪", "ILS"),
            Map.entry("zł", "PLN"),
            Map.entry("kč", "CZK"),
            Map.entry("fr.", "CHF"),
            Map.entry("us$", "USD"),
            Map.entry("a$", "AUD"),
            Map.entry("c$", "CAD"),
            Map.entry("r$", "BRL"),
            Map.entry("$", "USD"),
            Map.entry("euro", "EUR"),
            Map.entry("euros", "EUR"),
            Map.entry("dollars", "USD"));
    private static final Pattern NAMED = Pattern.compile(
            "(?<![\\p{L}])(?:[A-Z]{3}|Fr\\.|z\\u0142|K\\u010d|US\\$|A\\$|C\\$|R\\$|(?i:euros?)|(?i:dollars))(?![\\p{L}])|[€£¥₹₽₺₩₪$]");

    private Currencies() {}

    /** The code of the first currency in the text, null when there is none. */
    public static String in(String text) {
        for (Matcher at = NAMED.matcher(text); at.find(); ) {
            String code = code(at.group());
            if (code != null) {
                return code;
            }
        }
        return null;
    }

    /** The text without the signs and codes of currencies. */
    static String without(String text) {
        return NAMED.matcher(text)
                .replaceAll(at -> code(at.group()) == null ? Matcher.quoteReplacement(at.group()) : " ");
    }

    /** The code that a word or sign stands for, or null. */
    public static String code(String word) {
        String sign = SIGNS.get(word.toLowerCase(Locale.ROOT));
        return sign != null ? sign : CODES.contains(word) ? word : null;
    }
}
