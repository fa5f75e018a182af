package dev.docket.endpoint.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The filters that the dictionary before a stream of a PDF names, in the order they are undone. */
final class StreamFilters {
    private static final int DICTIONARY = 2048;
    private static final Pattern FILTER = Pattern.compile("/(?:Filter|F)\\s*(\\[[^\\]]*\\]|/\\w+)");
    private static final Pattern NAME = Pattern.compile("/(\\w+)");
    private static final List<String> WHEN_UNTOLD = List.of("FlateDecode");

    private StreamFilters() {}

    /** @param at where the word {@code stream} stands */
    static List<String> before(byte[] pdf, int at) {
        int from = Math.max(0, at - DICTIONARY);
        String head = new String(pdf, from, at - from, ISO_8859_1);
        Matcher filter = FILTER.matcher(head.substring(Math.max(0, head.lastIndexOf(" obj"))));
        if (!filter.find()) {
            return WHEN_UNTOLD;
        }
        return NAME.matcher(filter.group(1))
                .results()
                .map(name -> name.group(1))
                .toList();
    }

    /** The most bytes that one packed byte can become. */
    static long mostGrowth(List<String> filters) {
        return filters.stream().mapToLong(StreamFilters::growth).reduce(1, (a, b) -> Math.min(a * b, 1L << 32));
    }

    private static long growth(String filter) {
        return switch (filter) {
            case "FlateDecode", "Fl" -> 1032;
            // A code of twelve bits says 3838 bytes at most.
            case "LZWDecode", "LZW" -> 2560;
            case "RunLengthDecode", "RL" -> 64;
            default -> 1;
        };
    }
}
