package made;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What documents of a kind say in a language, to be filled with names, numbers and dates.
 *
 * @param lines each its form in the first character: # title, = pairs, + table, - text, * heading, ~ sentences
 */
public record Template(String kind, String language, List<String> lines) {
    /** What a kind may be called by someone who asks, and how it may be described. */
    public record Category(String kind, List<String> names, String description) {}

    /** The templates and categories of a file. */
    public record Set(List<Template> templates, Map<String, Category> categories) {
        public Template any(Random random) {
            return templates.get(random.nextInt(templates.size()));
        }
    }

    public static Set read(Path file) throws IOException {
        List<Template> templates = new ArrayList<>();
        Map<String, Category> categories = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("%")) {
                String[] parts = line.substring(1).split("\\|");
                String kind = parts[0].strip();
                categories.put(kind, new Category(kind, List.of(parts[1].strip().split("\\s*;\\s*")),
                        parts[2].strip().replaceAll(";$", "")));
            } else if (line.startsWith("@")) {
                String[] parts = line.substring(1).strip().split(" ");
                templates.add(new Template(parts[0], parts[1], new ArrayList<>()));
            } else if (!line.isBlank()) {
                templates.get(templates.size() - 1).lines.add(line);
            }
        }
        return new Set(templates, categories);
    }

    /** A document of this kind; {@code length} is about how many rows its table and sentences its text have. */
    public List<Piece> make(Random random, int length) {
        Fill fill = new Fill(random, language);
        List<Piece> pieces = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.substring(1).strip().split("\\s*;\\s*", -1);
            switch (line.charAt(0)) {
                case '#' -> {
                    String title = parts[random.nextInt(parts.length)];
                    if (!title.isBlank()) {
                        pieces.add(new Piece(Piece.Form.TITLE, fill.in(title), List.of()));
                    }
                }
                case '*' -> pieces.add(new Piece(Piece.Form.HEADING, fill.in(parts[0]), List.of()));
                case '=' -> pieces.add(new Piece(Piece.Form.PAIRS, "", fill.pairs(parts)));
                case '+' -> pieces.add(new Piece(Piece.Form.TABLE, "", fill.table(parts, Math.max(1, length))));
                case '~' -> fill.sentences(parts, length).forEach(
                        text -> pieces.add(new Piece(Piece.Form.TEXT, text, List.of())));
                default -> {
                    for (String part : parts) {
                        pieces.add(new Piece(Piece.Form.TEXT, fill.in(part), List.of()));
                    }
                }
            }
        }
        return pieces;
    }
}
