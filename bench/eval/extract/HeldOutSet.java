package extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Documents in layouts and words that the rules were not made with. */
final class HeldOutSet {
    private HeldOutSet() {}

    static List<Sample> samples(int rounds, long seed) {
        List<Sample> samples = new ArrayList<>();
        Random random = new Random(seed);
        for (int round = 0; round < rounds; round++) {
            for (Tongue tongue : Tongue.values()) {
                for (int layout = 0; layout < 5; layout++) {
                    samples.add(HeldOutInvoices.make(tongue, layout, random, round));
                }
            }
            samples.addAll(new HeldOutOthers(random, round).all());
        }
        return samples;
    }
}
