package dev.docket.endpoint.document;

import java.text.Bidi;
import java.text.Normalizer;
import java.util.Arrays;

/** Turns text as it stands on the page, left to right, into the order it is read and spelled in. */
final class LogicalOrder {
    private LogicalOrder() {}

    static String of(String visual) {
        String text = spelled(visual);
        char[] characters = text.toCharArray();
        if (!Bidi.requiresBidi(characters, 0, characters.length)) {
            return text;
        }
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        int runs = bidi.getRunCount();
        byte[] levels = new byte[runs];
        Integer[] order = new Integer[runs];
        for (int i = 0; i < runs; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            order[i] = i;
        }
        Bidi.reorderVisually(levels, 0, order, 0, runs);
        StringBuilder logical = new StringBuilder(text.length());
        for (int run : Arrays.asList(order)) {
            StringBuilder part = new StringBuilder(text.substring(bidi.getRunStart(run), bidi.getRunLimit(run)));
            logical.append((bidi.getRunLevel(run) & 1) == 1 ? part.reverse() : part);
        }
        return logical.toString();
    }

    /** Ligatures and presentation forms in the letters they stand for; all else stays as it is. */
    private static String spelled(String text) {
        StringBuilder spelled = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean form = c >= 0xfb00 && c <= 0xfdff || c >= 0xfe70 && c <= 0xfefe;
            if (form && spelled == null) {
                spelled = new StringBuilder(text.substring(0, i));
            }
            if (spelled != null) {
                spelled.append(form ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC) : c);
            }
        }
        return spelled == null ? text : spelled.toString();
    }
}
