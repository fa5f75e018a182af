package dev.docket.store;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which transactions a statement sees, as PostgreSQL's {@code pg_current_snapshot()} writes it. It names no
 * sub-transactions, and Docket's statements have none.
 *
 * @param oldest all transactions before it are over
 * @param next no transaction from it on had begun
 * @param running those between the two that were not over
 */
record Snapshot(long oldest, long next, Set<Long> running) {
    static Snapshot parse(String text) {
        String[] parts = text.split(":", -1);
        Set<Long> running = parts[2].isEmpty()
                ? Set.of()
                : Arrays.stream(parts[2].split(",")).map(Long::valueOf).collect(Collectors.toUnmodifiableSet());
        return new Snapshot(Long.parseLong(parts[0]), Long.parseLong(parts[1]), running);
    }

    /**
     * Whether what the transaction wrote, and committed, is seen.
     *
     * @param writer its number as rows have it, of 32 bits. One from half a round or more ago counts as one to come: a
     *     row that old is not believed, which is safe.
     */
    boolean sees(long writer) {
        int distance = (int) writer - (int) next;
        long whole = next + distance;
        return distance < 0 && (whole < oldest || !running.contains(whole));
    }
}
