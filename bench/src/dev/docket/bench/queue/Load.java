package dev.docket.bench.queue;

import dev.docket.bench.Latencies;

/**
 * What became of a row of calls.
 *
 * @param calls that were answered as they should be
 * @param failed calls that were not
 * @param seconds from the first call to the last answer
 * @param latencies of the calls that were answered well
 */
record Load(int calls, int failed, double seconds, Latencies latencies) {
    double rate() {
        return calls / seconds;
    }
}
