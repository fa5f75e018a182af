package dev.docket.endpoint.local.classify;

import dev.docket.endpoint.document.Page;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.topic.Evidence;
import dev.docket.endpoint.local.topic.Explain;
import dev.docket.endpoint.local.topic.Ranking;
import dev.docket.endpoint.local.topic.SeenPage;
import dev.docket.endpoint.local.topic.Topics;
import dev.docket.endpoint.local.topic.Witness;
import java.util.ArrayList;
import java.util.List;

/** Chooses the topic that most speaks for. The first page says most; what comes later counts less and less. */
final class ChooseTopic {
    private static final int TOLD_PAGES = 20;

    private ChooseTopic() {}

    static Choice choose(Topics topics, List<Page> pages) {
        Evidence evidence = new Evidence(topics).addContext();
        int written = 0;
        for (Page page : pages) {
            WorkStopped.check();
            SeenPage seen = SeenPage.of(page);
            if (!seen.isBlank()) {
                written++;
                evidence.add(seen, 1.0 / written);
            }
        }
        Ranking ranking = Ranking.of(topics, evidence.scores());
        return new Choice(ranking.first(), ranking.likelihood(), reasoning(topics, pages, ranking, written > 0));
    }

    private static String reasoning(Topics topics, List<Page> pages, Ranking ranking, boolean written) {
        if (!written) {
            return "There is no text on the pages looked at; " + instead(topics, ranking) + ".";
        }
        String name = '"' + topics.name(ranking.first()) + '"';
        if (topics.size() == 1) {
            return name + " is the only category. For it speak: " + seen(topics, pages, ranking.first()) + '.';
        }
        if (ranking.byDefault()) {
            String near = ranking.score() > 0
                    ? " The nearest other is \"" + topics.name(ranking.nearest()) + "\", by "
                            + seen(topics, pages, ranking.nearest()) + '.'
                    : "";
            return "Nothing speaks clearly for a category; " + instead(topics, ranking) + '.' + near;
        }
        String second = ranking.second() >= 0 && ranking.secondScore() > 0.5 * ranking.score()
                ? " Next comes \"" + topics.name(ranking.second()) + "\", by " + seen(topics, pages, ranking.second())
                        + '.'
                : "";
        return "For " + name + " speak: " + seen(topics, pages, ranking.first()) + '.' + second;
    }

    private static String instead(Topics topics, Ranking ranking) {
        String name = '"' + topics.name(ranking.first()) + '"';
        return topics.isCatchAll(ranking.first())
                ? name + " takes what no other category does"
                : name + " is taken because one has to be";
    }

    private static String seen(Topics topics, List<Page> pages, int topic) {
        return Explain.seen(witnesses(topics, pages, topic));
    }

    private static List<Witness> witnesses(Topics topics, List<Page> pages, int topic) {
        List<Witness> all = new ArrayList<>();
        for (int page = 0; page < Math.min(TOLD_PAGES, pages.size()); page++) {
            all.addAll(Evidence.witnesses(topics, topic, SeenPage.of(pages.get(page)), page + 1));
        }
        return all;
    }
}
