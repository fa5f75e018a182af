package dev.docket.endpoint.model;

import dev.langchain4j.model.output.TokenUsage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** The calls of one run: that there are any, and what they used, those that were of no use among them. */
final class Tokens {
    private final Runnable whenAsked;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicLong prompt = new AtomicLong();
    private final AtomicLong completion = new AtomicLong();
    private volatile boolean any;

    /** @param whenAsked done once, before the first of the calls */
    Tokens(Runnable whenAsked) {
        this.whenAsked = whenAsked;
    }

    /** A call begins. */
    void ask() {
        if (asked.compareAndSet(false, true)) {
            whenAsked.run();
        }
    }

    /** Some services do not say. */
    void add(TokenUsage usage) {
        any = true;
        if (usage != null) {
            prompt.addAndGet(usage.inputTokenCount() == null ? 0 : usage.inputTokenCount());
            completion.addAndGet(usage.outputTokenCount() == null ? 0 : usage.outputTokenCount());
        }
    }

    /** Whether there was an answer to any of them. */
    boolean any() {
        return any;
    }

    long prompt() {
        return prompt.get();
    }

    long completion() {
        return completion.get();
    }
}
