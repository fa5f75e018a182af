package dev.docket.endpoint;

import io.smallrye.mutiny.Uni;

/** One started piece of work: its answer, and the way to stop it. */
public interface Work {
    /** The one answer. Never fails: what goes wrong is an {@link Answer} too. After an abort it may never come. */
    Uni<Answer> answer();

    /**
     * Tells, once and from any thread, that the service behind the processor is asked: at once where nothing comes before
     * that, and never where an answer is found without it.
     */
    default void whenAsked(Runnable told) {
        told.run();
    }

    /** Asks the work to stop now. Returns at once, may be called from any thread and more than once. */
    void abort();

    /**
     * Comes when nothing works for this run any more: no thread, no exchange. Comes after an answer and after an abort.
     */
    Uni<Void> stopped();

    /**
     * Tells work that was aborted, after it has stopped, that its job was cancelled and no other run follows. What it
     * began elsewhere may be told too; nobody waits for that. Returns at once, may be called from any thread.
     */
    default void cancelled() {}
}
