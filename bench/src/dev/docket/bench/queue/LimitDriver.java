package dev.docket.bench.queue;

/** Runs the statements of a limit over and over. */
interface LimitDriver {
    String name();

    double jobsPerSecond(Limit limit, Database database, int seconds) throws Exception;
}
