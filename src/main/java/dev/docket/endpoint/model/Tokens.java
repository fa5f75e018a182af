package dev.docket.endpoint.model;

import dev.langchain4j.model.output.TokenUsage;
import java.util.concurrent.atomic.AtomicLong;

/** What the calls of one run used, those that were of no use among them. */
final class Tokens {
    private final AtomicLong prompt = new AtomicLong();
    private final AtomicLong completion = new AtomicLong();
    private volatile boolean any;

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
