package dev.docket.endpoint.local.value;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads yes and no, and boxes that are ticked or left empty. */
public final class ReadFlag {
    private static final Set<String> YES = Set.of(
            "yes",
            "y",
            "true",
            "ja",
            "oui",
            "vrai",
            "si",
            "sí",
            "sì",
            "vero",
            "verdadero",
            "x",
            "on",
            "1",
            "☑",
            "☒",
            "✓",
            "✔",
            "✗",
            "[x]",
            "(x)",
            "checked",
            "wahr",
            "enabled",
            "included",
            "sim");
    private static final Set<String> NO = Set.of(
            "no",
            "n",
            "false",
            "nein",
            "non",
            "faux",
            "falso",
            "off",
            "0",
            "☐",
            "□",
            "[]",
            "()",
            "[ ]",
            "( )",
            "none",
            "unchecked",
            "falsch",
            "disabled",
            "excluded",
            "não",
            "nao");

    private ReadFlag() {}

    /** What the whole text says. */
    public static Optional<Boolean> read(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT).replaceAll("[.,;:!]+$", "");
        if (YES.contains(word)) {
            return Optional.of(true);
        }
        return NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    /** What a box before or behind a text says, as in {@code [x] Newsletter}. */
    public static Optional<Boolean> box(String text) {
        String line = text.strip();
        for (String mark : new String[] {"☑", "☒", "✓", "✔", "[x]", "[X]", "(x)", "(X)"}) {
            if (line.startsWith(mark) || line.endsWith(mark)) {
                return Optional.of(true);
            }
        }
        for (String mark : new String[] {"☐", "□", "[ ]", "[]", "( )"}) {
            if (line.startsWith(mark) || line.endsWith(mark)) {
                return Optional.of(false);
            }
        }
        return Optional.empty();
    }
}
