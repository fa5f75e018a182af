package extract;

import java.util.List;

/** Documents that the rules were never adjusted to. */
final class HeldOutSet {
    private HeldOutSet() {}

    static List<Sample> samples(int rounds, long seed) {
        return List.of();
    }
}
