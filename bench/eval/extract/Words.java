package extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The words that labels are written with: for each meaning several, by language and by set. */
final class Words {
    private final Map<String, List<String>> words = new HashMap<>();
    private final Random random;

    private Words(Random random) {
        this.random = random;
    }

    /** Reads lines of the form {@code meaning = one | another}. */
    static Words of(String lines, Random random) {
        Words words = new Words(random);
        for (String line : lines.strip().split("\n")) {
            String[] sides = line.split("=", 2);
            words.words.put(sides[0].strip(), List.of(sides[1].strip().split("\\s*\\|\\s*")));
        }
        return words;
    }

    /** One of the words for a meaning. */
    String of(String meaning) {
        List<String> all = words.get(meaning);
        if (all == null) {
            throw new IllegalArgumentException("no words for " + meaning);
        }
        return all.get(random.nextInt(all.size()));
    }
}
