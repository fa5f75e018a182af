package dev.docket.endpoint.local.split;

import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.topic.Ranking;
import dev.docket.endpoint.local.topic.Topics;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Divides a stack so that the sum of what speaks for each page's topic and for each beginning is the greatest. It goes
 * through the pages once and keeps, for each topic, the best division whose last page is of it.
 */
final class DividePages {
    private static final double AT_BEGINNING = 1.2;
    private static final double REST = 0.5 * Ranking.LITTLE;

    private final Stack stack;
    private final List<Beginning> beginnings;
    private final Topics topics;

    DividePages(Stack stack, List<Beginning> beginnings, Topics topics) {
        this.stack = stack;
        this.beginnings = beginnings;
        this.topics = topics;
    }

    List<Section> divide() {
        int count = topics.size();
        boolean[][] begins = new boolean[stack.size()][count];
        int[] bestBefore = new int[stack.size()];
        double[] sums = new double[count];
        for (int page = 0; page < stack.size(); page++) {
            WorkStopped.check();
            int best = page == 0 ? -1 : best(sums);
            bestBefore[page] = best;
            double[] next = new double[count];
            for (int topic = 0; topic < count; topic++) {
                double seen = seen(page, topic);
                double begun = seen
                        + AT_BEGINNING * title(page, topic)
                        + (page == 0 ? 0 : sums[best] + beginnings.get(page).weight());
                double gone = sums[topic] + seen;
                begins[page][topic] = page == 0 || begun > gone;
                next[topic] = begins[page][topic] ? begun : gone;
            }
            sums = next;
        }
        return trace(best(sums), begins, bestBefore);
    }

    private double seen(int page, int topic) {
        PageTraits traits = stack.page(page);
        if (topics.isCatchAll(topic)) {
            return traits.blank() ? 0 : REST;
        }
        return traits.scores()[topic];
    }

    private double title(int page, int topic) {
        double title = stack.page(page).titles()[topic];
        return title / (title + 1);
    }

    /** Of equal ones the first. */
    private static int best(double[] sums) {
        int best = 0;
        for (int topic = 1; topic < sums.length; topic++) {
            best = sums[topic] > sums[best] ? topic : best;
        }
        return best;
    }

    private List<Section> trace(int lastTopic, boolean[][] begins, int[] bestBefore) {
        Deque<Section> sections = new ArrayDeque<>();
        int topic = lastTopic;
        int last = stack.size() - 1;
        for (int page = last; page >= 0; page--) {
            if (begins[page][topic]) {
                sections.addFirst(new Section(topic, page, last));
                topic = bestBefore[page];
                last = page - 1;
            }
        }
        return new ArrayList<>(sections);
    }
}
