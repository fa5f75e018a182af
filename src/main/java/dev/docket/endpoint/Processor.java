package dev.docket.endpoint;

/** Answers the requests of the endpoints it is configured for. One instance serves all runs at once. */
public interface Processor {
    /** The name that configuration uses, for example {@code local}. */
    String name();

    /** Whether this processor can answer the endpoint at all. */
    boolean serves(Endpoint endpoint);

    /** How many runs can really work at the same time; the executor never claims more than this. */
    int concurrency();

    /** Whose {@link #concurrency()} its runs count against. */
    default Processor place() {
        return this;
    }

    /** Whether the templates that requests name are those kept here, and not those of another service. */
    default boolean readsTemplates() {
        return false;
    }

    /** Starts the work and returns at once; called on an event loop, so nothing in it may block. */
    Work start(Assignment assignment);
}
