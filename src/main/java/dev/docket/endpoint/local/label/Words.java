package dev.docket.endpoint.local.label;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts text into words in one spelling: small letters without accents, signs that stand for words written out. */
public final class Words {
    private static final Pattern CAMEL = Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    private static final Pattern NUMBER_SIGN = Pattern.compile("№|#|(?<![\\p{L}])[nN] ?[°º]|\\b[nN]\\.?[ºo]\\.");
    private static final Pattern DOTTED = Pattern.compile("(?<![\\p{L}])(?:\\p{L}\\.){2,6}(?:\\p{L}(?![\\p{L}]))?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private Words() {}

    /** The words of a text. */
    public static List<String> of(String text) {
        String signs = NUMBER_SIGN.matcher(text).replaceAll(" number ").replace("%", " percent ");
        signs = DOTTED.matcher(signs).replaceAll(letters -> letters.group().replace(".", "") + " ");
        List<String> words = new ArrayList<>();
        for (Matcher word = WORD.matcher(plain(signs)); word.find(); ) {
            words.add(word.group());
        }
        return words;
    }

    /** The words of the name of a property: {@code invoice_number}, {@code invoiceNumber}. */
    public static List<String> ofName(String name) {
        List<String> words = of(CAMEL.matcher(name).replaceAll(" ").replace('_', ' '));
        // In Italian a date; in the name of a property no more than that it has something in it.
        words.removeIf(word -> word.equals("data") && words.size() > 1);
        return words;
    }

    /** The text in small letters without accents. */
    public static String plain(String text) {
        String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(apart.length());
        for (int at = 0; at < apart.length(); at++) {
            char c = apart.charAt(at);
            switch (c) {
                case 'ß' -> plain.append("ss");
                case 'æ' -> plain.append("ae");
                case 'œ' -> plain.append("oe");
                case 'ø' -> plain.append('o');
                case 'ł' -> plain.append('l');
                default -> {
                    if (Character.getType(c) != Character.NON_SPACING_MARK) {
                        plain.append(c);
                    }
                }
            }
        }
        return plain.toString();
    }
}
