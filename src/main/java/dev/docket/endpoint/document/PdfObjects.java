package dev.docket.endpoint.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks how many objects a PDF has or says it has, before PDFBox keeps a table of them all: objects that stand by
 * themselves, lines of plain tables, and entries of packed ones.
 */
final class PdfObjects {
    /** What an object takes is a tenth of it; several documents are read at once, and have more than objects. */
    private static final int MEMORY_FOR_EACH = 2048;

    private static final int DICTIONARY = 2048;
    private static final Pattern SIZE = Pattern.compile("/Size\\s+(\\d{1,10})");
    private static final Pattern INDEX = Pattern.compile("/Index\\s*\\[([\\d\\s]*)\\]");
    private static final Pattern SECTION = Pattern.compile("\\d{1,10}\\s+(\\d{1,10})");

    private PdfObjects() {}

    static void check(byte[] pdf) {
        long most = Runtime.getRuntime().maxMemory() / MEMORY_FOR_EACH;
        long objects = 0;
        long listed = 0;
        long packed = 0;
        for (int at = 1; at < pdf.length - 4; at++) {
            switch (pdf[at]) {
                case 'o' -> objects += pdf[at - 1] == ' ' && pdf[at + 1] == 'b' && pdf[at + 2] == 'j' ? 1 : 0;
                case 'n' -> listed += pdf[at - 1] == ' ' && pdf[at + 1] <= ' ' ? 1 : 0;
                case '/' -> packed += isTable(pdf, at) ? entries(dictionary(pdf, at)) : 0;
                default -> {}
            }
            if (Math.max(objects, listed) + packed > most) {
                throw DocumentRefused.tooLarge("objects", most);
            }
        }
    }

    private static boolean isTable(byte[] pdf, int at) {
        return pdf[at + 1] == 'X' && pdf[at + 2] == 'R' && pdf[at + 3] == 'e' && pdf[at + 4] == 'f';
    }

    /** What stands around the type of a packed table, as far as its dictionary may go. */
    private static String dictionary(byte[] pdf, int at) {
        WorkStopped.check();
        int from = Math.max(0, at - DICTIONARY);
        String around = new String(pdf, from, Math.min(pdf.length, at + DICTIONARY) - from, ISO_8859_1);
        int end = around.indexOf("stream", at - from);
        return around.substring(Math.max(0, around.lastIndexOf(" obj", at - from)), end < 0 ? around.length() : end);
    }

    private static long entries(String dictionary) {
        Matcher size = SIZE.matcher(dictionary);
        long said = size.find() ? Long.parseLong(size.group(1)) : 0;
        Matcher index = INDEX.matcher(dictionary);
        if (!index.find()) {
            return said;
        }
        return SECTION.matcher(index.group(1))
                .results()
                .mapToLong(section -> Long.parseLong(section.group(1)))
                .sum();
    }
}
