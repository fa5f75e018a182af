package dev.docket.endpoint.local.topic;

/**
 * Which topic comes first, and how clearly. Of equal ones the earlier in the request does.
 *
 * @param first the topic that is taken
 * @param nearest the topic that most speaks for; another than the first if that is one that takes the rest
 * @param score what speaks for the nearest
 * @param second the topic that comes behind the nearest, -1 when there is none
 * @param secondScore what speaks for the second
 * @param byDefault whether the first is taken because too little speaks for any
 */
public record Ranking(int first, int nearest, double score, int second, double secondScore, boolean byDefault) {
    /** Less than this is as good as nothing: a few common words, none of them in a heading. */
    public static final double LITTLE = 1.8;

    private static final double CLEAR_LEAD = 1.2;

    public static Ranking of(Topics topics, double[] scores) {
        int rest = -1;
        int nearest = -1;
        int second = -1;
        for (int at = 0; at < scores.length; at++) {
            if (topics.isCatchAll(at)) {
                rest = rest < 0 ? at : rest;
            } else if (nearest < 0 || scores[at] > scores[nearest]) {
                second = nearest;
                nearest = at;
            } else if (second < 0 || scores[at] > scores[second]) {
                second = at;
            }
        }
        double score = nearest < 0 ? 0 : scores[nearest];
        double next = second < 0 ? 0 : scores[second];
        boolean little = score < LITTLE && rest >= 0 || score == 0;
        int first = nearest < 0 || little && rest >= 0 ? rest : nearest;
        return new Ranking(first, Math.max(0, nearest), score, second, next, little);
    }

    /** From 0 to 1: how much was seen, and how far ahead it is. */
    public double likelihood() {
        double likelihood;
        if (byDefault) {
            likelihood = first == nearest ? 0 : 0.9 * (1 - score / (2 * LITTLE));
        } else {
            double lead = 1 / (1 + Math.exp(-(score - secondScore) / CLEAR_LEAD));
            likelihood = (second < 0 ? 1 : lead) * score / (score + 0.5);
        }
        return Math.round(100 * likelihood) / 100.0;
    }
}
