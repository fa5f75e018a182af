package dev.docket.endpoint;

/** Resolves the backslash escapes of a JSON string's inside. */
final class JsonEscapes {
    private static final String NAMES = "bfnrt";
    private static final String VALUES = "\b\f\n\r\t";

    private JsonEscapes() {}

    /** The text that is meant; an escape that is cut off at the end is left out. */
    static String resolve(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        int at = 0;
        while (at < raw.length()) {
            int width = width(raw, at);
            if (at + width > raw.length()) {
                break;
            }
            text.append(character(raw, at, width));
            at += width;
        }
        return text.toString();
    }

    private static int width(String raw, int at) {
        if (raw.charAt(at) != '\\') {
            return 1;
        }
        return raw.startsWith("u", at + 1) ? 6 : 2;
    }

    private static char character(String raw, int at, int width) {
        return switch (width) {
            case 1 -> raw.charAt(at);
            case 2 -> named(raw.charAt(at + 1));
            default -> hex(raw, at + 2);
        };
    }

    private static char named(char name) {
        int index = NAMES.indexOf(name);
        return index < 0 ? name : VALUES.charAt(index);
    }

    private static char hex(String raw, int from) {
        int value = 0;
        for (int at = from; at < from + 4; at++) {
            // A digit that is none makes some character: the parser beside refuses the whole string.
            value = value << 4 | Character.digit(raw.charAt(at), 16) & 0xf;
        }
        return (char) value;
    }
}
