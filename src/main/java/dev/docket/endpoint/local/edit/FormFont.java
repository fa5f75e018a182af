package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.job.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.text.Bidi;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The font that is written with: Liberation Sans, which has Latin, Greek, Cyrillic and Hebrew letters. */
final class FormFont {
    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int MOST_SHOWN = 10;

    private final PDFont font;
    private final Map<Integer, Boolean> drawable = new HashMap<>();

    private FormFont(PDFont font) {
        this.font = font;
    }

    /** Embeds what is used of the font, as for text that nobody edits later. */
    static FormFont used(PDDocument pdf) throws IOException {
        return load(pdf, true);
    }

    /** Embeds all of the font, as for fields that a viewer lets its user change. */
    static FormFont whole(PDDocument pdf) throws IOException {
        return load(pdf, false);
    }

    private static FormFont load(PDDocument pdf, boolean subset) throws IOException {
        try (InputStream resource = Objects.requireNonNull(PDFont.class.getResourceAsStream(RESOURCE))) {
            return new FormFont(PDType0Font.load(pdf, resource, subset));
        }
    }

    PDFont font() {
        return font;
    }

    /** Refuses a value with characters that the font lacks, which names them. */
    void check(String key, String value) {
        Set<String> missing = new LinkedHashSet<>();
        value.codePoints()
                .filter(character -> character != '\n' && !isDrawable(character))
                .limit(MOST_SHOWN)
                .forEach(character -> missing.add("U+%04X".formatted(character)));
        if (!missing.isEmpty()) {
            throw new DocumentRefused(
                    ErrorCode.TEXT_NOT_DRAWABLE,
                    "The value for \"" + key + "\" has characters that the font of this service lacks: "
                            + String.join(", ", missing) + ".",
                    Map.of("field", key, "characters", missing));
        }
    }

    private boolean isDrawable(int character) {
        return drawable.computeIfAbsent(character, this::hasGlyph);
    }

    private boolean hasGlyph(int character) {
        try {
            font.encode(Character.toString(character));
            return true;
        } catch (IOException | IllegalArgumentException none) {
            return false;
        }
    }

    /** The width of a line in points at a size of one point. */
    float width(String line) {
        try {
            return font.getStringWidth(line) / 1000;
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    /** A line in the order in which its characters stand from left to right. */
    static String visual(String line) {
        char[] characters = line.toCharArray();
        if (!Bidi.requiresBidi(characters, 0, characters.length)) {
            return line;
        }
        Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        int runs = bidi.getRunCount();
        byte[] levels = new byte[runs];
        Integer[] order = new Integer[runs];
        for (int run = 0; run < runs; run++) {
            levels[run] = (byte) bidi.getRunLevel(run);
            order[run] = run;
        }
        Bidi.reorderVisually(levels, 0, order, 0, runs);
        StringBuilder visual = new StringBuilder(line.length());
        for (int run : order) {
            StringBuilder part = new StringBuilder(line.substring(bidi.getRunStart(run), bidi.getRunLimit(run)));
            visual.append((bidi.getRunLevel(run) & 1) == 1 ? part.reverse() : part);
        }
        return visual.toString();
    }
}
