package dev.docket.endpoint.local.topic;

import dev.docket.endpoint.document.WorkStopped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What pages say for each topic. */
public final class Evidence {
    private static final double MOST_OF_A_PAGE = 6;
    private static final double CONTEXT = 0.5;

    private final Topics topics;
    private final Map<Cue, Double> strengths = new LinkedHashMap<>();

    public Evidence(Topics topics) {
        this.topics = topics;
    }

    /** Adds a page that counts so much, 1 at most. */
    public Evidence add(SeenPage page, double weight) {
        Map<Cue, Double> here = new LinkedHashMap<>();
        for (List<SeenPhrase> line : page.lines()) {
            WorkStopped.check();
            line.forEach(phrase -> add(phrase, here));
        }
        here.forEach((cue, strength) -> strengths.merge(cue, weight * Math.min(MOST_OF_A_PAGE, strength), Double::sum));
        return this;
    }

    /** Adds what the request itself says about the document. */
    public Evidence addContext() {
        if (topics.context() != null) {
            Map<Cue, Double> here = new LinkedHashMap<>();
            add(topics.context(), here);
            here.forEach((cue, strength) -> strengths.merge(cue, CONTEXT * strength, Double::sum));
        }
        return this;
    }

    private void add(SeenPhrase phrase, Map<Cue, Double> here) {
        for (String term : phrase.terms().shares().keySet()) {
            for (Cue cue : topics.cues.having(term)) {
                double strength = cue.strength(phrase);
                if (strength > 0) {
                    here.merge(cue, strength, Double::sum);
                }
            }
        }
    }

    /** How much speaks for each topic; 0 is nothing, 5 a plain title or many words of its kind. */
    public double[] scores() {
        int channels = Channel.values().length;
        double[] sums = new double[topics.size() * channels];
        strengths.forEach((cue, strength) -> {
            for (Cue.For each : cue.topics) {
                sums[each.topic() * channels + each.channel().ordinal()] += part(cue, each, strength);
            }
        });
        double[] scores = new double[topics.size()];
        for (int topic = 0; topic < scores.length; topic++) {
            for (Channel channel : Channel.values()) {
                scores[topic] += channel.score(sums[topic * channels + channel.ordinal()]);
            }
        }
        return scores;
    }

    /** A title adds up; of other words only the first few times count. */
    private static double part(Cue cue, Cue.For each, double strength) {
        double counted = cue.title ? strength : strength / (strength + 0.6);
        return each.weight() * cue.rarity * counted;
    }

    /** How much the titles say for each topic. */
    public double[] titles() {
        double[] titles = new double[topics.size()];
        strengths.forEach((cue, strength) -> {
            for (Cue.For each : cue.topics) {
                if (each.channel() == Channel.TITLE) {
                    titles[each.topic()] += part(cue, each, strength);
                }
            }
        });
        return titles;
    }

    /** What says most for a topic on a page, most first. */
    public static List<Witness> witnesses(Topics topics, int topic, SeenPage page, int number) {
        Map<Cue, Witness> best = new HashMap<>();
        for (List<SeenPhrase> line : page.lines()) {
            WorkStopped.check();
            line.forEach(phrase -> witnesses(topics, topic, phrase, number, best));
        }
        List<Witness> all = new ArrayList<>(best.values());
        all.sort(Comparator.comparingDouble(Witness::worth).reversed().thenComparing(Witness::text));
        return all;
    }

    private static void witnesses(Topics topics, int topic, SeenPhrase phrase, int number, Map<Cue, Witness> best) {
        for (String term : phrase.terms().shares().keySet()) {
            for (Cue cue : topics.cues.having(term)) {
                double strength = cue.strength(phrase);
                for (Cue.For each : cue.topics) {
                    if (each.topic() == topic && strength > 0) {
                        double worth = part(cue, each, strength) * (cue.title ? 3 : 1);
                        best.merge(
                                cue,
                                new Witness(phrase.text(), number, cue.title, phrase.isHeading(), worth),
                                Witness::greater);
                    }
                }
            }
        }
    }
}
