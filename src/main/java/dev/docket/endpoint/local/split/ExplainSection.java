package dev.docket.endpoint.local.split;

import dev.docket.endpoint.document.Page;
import dev.docket.endpoint.local.topic.Evidence;
import dev.docket.endpoint.local.topic.Explain;
import dev.docket.endpoint.local.topic.Ranking;
import dev.docket.endpoint.local.topic.SeenPage;
import dev.docket.endpoint.local.topic.Topics;
import dev.docket.endpoint.local.topic.Witness;
import java.util.ArrayList;
import java.util.List;

/** Says why pages are a section, and how likely it is that they are. */
final class ExplainSection {
    private static final int TOLD_PAGES = 3;

    private final Topics topics;
    private final List<Page> pages;
    private final Stack stack;
    private final List<Beginning> beginnings;

    ExplainSection(Topics topics, List<Page> pages, Stack stack, List<Beginning> beginnings) {
        this.topics = topics;
        this.pages = pages;
        this.stack = stack;
        this.beginnings = beginnings;
    }

    /** How clearly its topic is ahead of the others, and its first page of the one before. */
    double likelihood(Section section) {
        double[] scores = new double[topics.size()];
        for (int page = section.first(); page <= section.last(); page++) {
            float[] here = stack.page(page).scores();
            for (int topic = 0; topic < scores.length; topic++) {
                scores[topic] = Math.max(scores[topic], here[topic]);
            }
        }
        Ranking ranking = Ranking.of(topics, scores);
        double named = ranking.first() == section.topic() ? ranking.likelihood() : 0.3;
        double begun = section.first() == 0
                ? 1
                : 1
                        / (1
                                + Math.exp(-1
                                        - Math.max(
                                                0,
                                                beginnings.get(section.first()).weight())));
        return Math.round(100 * named * begun) / 100.0;
    }

    String reasoning(Section section) {
        List<Witness> witnesses = new ArrayList<>();
        for (int page = section.first(); page <= Math.min(section.last(), section.first() + TOLD_PAGES); page++) {
            witnesses.addAll(Evidence.witnesses(topics, section.topic(), SeenPage.of(pages.get(page)), page + 1));
        }
        String why = beginnings.get(section.first()).reason();
        String begins = why.isEmpty() ? "" : "It begins on page " + (section.first() + 1) + ": " + why + ". ";
        String name = topics.isCatchAll(section.topic())
                ? "No other name fits these pages clearly."
                : "For the name speak: " + Explain.seen(witnesses) + '.';
        return begins + name;
    }
}
