package extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Documents that may be looked at while the rules are worked on, and were: what is scored on them is no forecast. */
final class KnownSet {
    private KnownSet() {}

    static List<Sample> samples(int rounds, long seed) {
        List<Sample> samples = new ArrayList<>();
        Random random = new Random(seed);
        for (int round = 0; round < rounds; round++) {
            for (Tongue tongue : Tongue.values()) {
                for (int layout = 0; layout < 3; layout++) {
                    samples.add(KnownInvoices.make(tongue, layout, random, round));
                }
                for (int layout = 0; layout < 5; layout++) {
                    samples.add(SeenInvoices.make(tongue, layout, random, round));
                }
            }
            samples.addAll(new KnownOthers(random, round).all());
            samples.addAll(new SeenOthers(random, round).all());
        }
        return samples;
    }
}
