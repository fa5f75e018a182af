package extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Documents in layouts, words and schemas of their own. They were written down before they were first scored. A rule may
 * be mended because of them only in a way that holds for documents of its kind, never by a word of one of them.
 */
final class HeldOutSet {
    private HeldOutSet() {}

    static List<Sample> samples(int rounds, long seed) {
        List<Sample> samples = new ArrayList<>();
        Random random = new Random(seed);
        for (int round = 0; round < rounds; round++) {
            for (Tongue tongue : Tongue.values()) {
                for (int layout = 0; layout < 3; layout++) {
                    samples.add(HeldOutInvoices.make(tongue, layout, random, round));
                }
            }
            samples.addAll(new HeldOutWork(random, round).all());
            samples.addAll(new HeldOutHome(random, round).all());
            samples.addAll(new HeldOutGoods(random, round).all());
        }
        return samples;
    }
}
