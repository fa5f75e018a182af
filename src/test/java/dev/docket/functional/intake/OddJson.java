package dev.docket.functional.intake;

import java.util.Random;

/** Writes JSON in every legal spelling that a tidy serializer would change. */
final class OddJson {
    private static final String[] SPACES = {"", "", " ", "\n", "\t ", "\r\n  "};
    private static final String[] SCALARS = {
        "0",
        "-0",
        "1e400",
        "1E+2",
        "0.10",
        "123456789012345678901234567890.000",
        "-1.5e-7",
        "true",
        "false",
        "null",
        "\"\"",
        "\"\\u0000\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud800\"",
        "\"\\/\\b\\f\\n\\r\\t\\\"\\\\\"",
        "\"é€😀\"",
        "\"{\\\"a\\\":[\"",
    };

    private final Random random;

    OddJson(long seed) {
        random = new Random(seed);
    }

    /** An object with duplicate keys, odd spacing and nesting. */
    String object(int depth) {
        StringBuilder text = new StringBuilder("{").append(space());
        int members = random.nextInt(4);
        for (int i = 0; i < members; i++) {
            text.append(i == 0 ? "" : "," + space());
            text.append(pick("\"endpoint\"", "\"request\"", "\"a\"", "\"\\u0061\"", "\"ключ\""))
                    .append(space());
            text.append(':').append(space()).append(value(depth)).append(space());
        }
        return text.append('}').toString();
    }

    String space() {
        return pick(SPACES);
    }

    private String value(int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        if (kind == 2) {
            return object(depth - 1);
        }
        if (kind == 3) {
            return "[" + space() + value(depth - 1) + space() + "," + value(depth - 1) + "]";
        }
        return pick(SCALARS);
    }

    private String pick(String... from) {
        return from[random.nextInt(from.length)];
    }
}
