package dev.docket.bench.queue;

/** One thing that is done to a service and measured. */
interface Scenario {
    String name();

    /** Starts what it needs, measures by {@link Bench#measure}, and ends what it started. */
    void run(Bench bench) throws Exception;
}
