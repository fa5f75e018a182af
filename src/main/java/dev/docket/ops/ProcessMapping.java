package dev.docket.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of this process' memory, as Linux lists it in {@code /proc/self/smaps}.
 *
 * @param start its first address
 * @param length in bytes
 * @param resident how much of it is in memory, in bytes
 * @param file what it shows; empty where it shows none
 * @param likeItsFile whether all of it can be read from the file again: it cannot be written, and no page was changed
 *     before that was so, neither one in memory nor one that was swapped out
 */
record ProcessMapping(long start, long length, long resident, String file, boolean likeItsFile) {
    private static final Pattern HEADER =
            Pattern.compile("([0-9a-f]{1,16})-([0-9a-f]{1,16}) .(.).. [0-9a-f]+ [0-9a-f:]+ \\d+\\s*(.*)");
    private static final Pattern UNCHANGED = Pattern.compile("(?:Anonymous|Swap): +0 kB");
    private static final Pattern RESIDENT = Pattern.compile("Rss: +(\\d{1,12}) kB");
    private static final int BOTH = 2;

    static List<ProcessMapping> read(List<String> lines) {
        List<ProcessMapping> mappings = new ArrayList<>();
        for (int from = 0; from < lines.size(); ) {
            int to = from + 1;
            while (to < lines.size() && !HEADER.matcher(lines.get(to)).matches()) {
                to++;
            }
            Matcher header = HEADER.matcher(lines.get(from));
            if (header.matches()) {
                mappings.add(of(header, lines.subList(from + 1, to)));
            }
            from = to;
        }
        return mappings;
    }

    private static ProcessMapping of(Matcher header, List<String> fields) {
        long start = Long.parseUnsignedLong(header.group(1), 16);
        long length = Long.parseUnsignedLong(header.group(2), 16) - start;
        // A kernel that does not list one of the two has not said that nothing changed.
        boolean unchanged = fields.stream()
                        .filter(field -> UNCHANGED.matcher(field).matches())
                        .count()
                == BOTH;
        boolean written = header.group(3).equals("w");
        return new ProcessMapping(start, length, resident(fields), header.group(4), unchanged && !written);
    }

    private static long resident(List<String> fields) {
        return fields.stream()
                .map(RESIDENT::matcher)
                .filter(Matcher::matches)
                .mapToLong(field -> Long.parseLong(field.group(1)) * 1024)
                .findFirst()
                .orElse(0);
    }
}
