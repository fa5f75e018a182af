package dev.docket.endpoint.local.topic;

import java.util.List;

/** The topics of a request, ready to be looked for. */
public final class Topics {
    private final List<Topic> topics;
    private final List<Boolean> catchAll;
    private final SeenPhrase context;
    final Cues cues;

    /** @param context what the request says about the document, or null; it counts like a line of it */
    public Topics(List<Topic> topics, String context) {
        this.topics = topics;
        catchAll = topics.stream().map(CatchAll::is).toList();
        cues = DescribeTopics.cues(topics);
        this.context = context == null ? null : SeenPhrase.ofContext(context);
    }

    public int size() {
        return topics.size();
    }

    public String name(int topic) {
        return topics.get(topic).name();
    }

    /** Whether the topic takes what no other takes. */
    public boolean isCatchAll(int topic) {
        return catchAll.get(topic);
    }

    SeenPhrase context() {
        return context;
    }
}
