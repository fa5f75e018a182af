package dev.docket.endpoint;

import java.util.Set;

/**
 * Processors of one kind, each made from settings of its own. None of them is chosen unless configuration names it: by
 * the family's name, or by {@code family:member}.
 */
public interface ProcessorFamily {
    /** The name that configuration uses, for example {@code upstream}. */
    String name();

    /** The members that are configured, without the one that has no name. */
    Set<String> members();

    /**
     * The member of this name, the same one each time; the empty name stands for the one that has none.
     *
     * @throws ProcessorMisconfigured when it is not configured, or not so that it can work
     */
    Processor member(String name);
}
