package dev.docket.start;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Deletes all that an organization has, while the service runs. Its keys are revoked first; then everything is gone through
 * until the revocation is known everywhere, and again until nothing more is found. What was deleted when it is cut short
 * stays deleted, and a second purge goes on.
 */
final class PurgeOrganization {
    private static final int MOST_PASSES = 20;

    /** Rather a purge that ends and is begun again than one that waits behind a forgotten transaction. */
    private static final String DO_NOT_WAIT_LONG = "set lock_timeout = '10s'";

    /** As the service's sessions: the planner may know these tables from when they were small. */
    private static final String BY_KEY = "set enable_seqscan = off";

    private static final String REVOKE_KEYS = """
            update api_key k
            set revoked_at = now()
            where k.organization_id = ?
              and k.revoked_at is null
            """;

    private static final String DELETE_KEYS = """
            delete from api_key k
            where k.organization_id = ?
            """;

    private static final String DELETE_ORGANIZATION = """
            delete from organization o
            where o.id = ?
            """;

    private final Connection connection;
    private final String organization;
    private final PurgeRows rows;

    PurgeOrganization(Connection connection, String organization) {
        this.connection = connection;
        this.organization = organization;
        this.rows = new PurgeRows(connection, organization);
    }

    /**
     * Answers with how many rows of each kind were deleted.
     *
     * @param keysAreBelieved for how long calls may still come in with a revoked key
     * @throws StartRefused when new rows keep coming
     */
    Map<String, Long> purge(Duration keysAreBelieved) throws SQLException {
        connection.setAutoCommit(false);
        execute(DO_NOT_WAIT_LONG);
        execute(BY_KEY);
        change(REVOKE_KEYS);
        connection.commit();
        long known = System.nanoTime() + keysAreBelieved.toNanos();

        Map<String, Long> purged = pass();
        pauseUntil(known);
        for (int passes = 1; merge(purged, pass()) > 0; passes++) {
            if (passes == MOST_PASSES) {
                throw new StartRefused("There are still calls that write for " + organization + ", with a key that was"
                        + " made meanwhile: revoke it ('keys list'), and purge again.");
            }
        }
        purged.put("keys", (long) change(DELETE_KEYS));
        change(DELETE_ORGANIZATION);
        connection.commit();
        return purged;
    }

    /** Goes through everything once. */
    private Map<String, Long> pass() throws SQLException {
        Map<String, Long> purged = new LinkedHashMap<>();
        purged.put(PurgedKind.BULK_CANCELS.shown(), rows.delete(PurgedKind.BULK_CANCELS));
        purged.put(PurgedKind.OUTCOMES.shown(), rows.delete(PurgedKind.OUTCOMES));
        purged.put("jobs", rows.deleteJobs());
        purged.put("pieces of bodies", rows.deleteBodies());
        purged.put(PurgedKind.IDEMPOTENCY_KEYS.shown(), rows.delete(PurgedKind.IDEMPOTENCY_KEYS));
        purged.put(PurgedKind.TEMPLATES.shown(), rows.delete(PurgedKind.TEMPLATES));
        purged.put(PurgedKind.PROJECTS.shown(), rows.delete(PurgedKind.PROJECTS));
        return purged;
    }

    /** Adds the counts of a pass, and answers with what it found in all. */
    private static long merge(Map<String, Long> purged, Map<String, Long> pass) {
        pass.forEach((kind, count) -> purged.merge(kind, count, Long::sum));
        return pass.values().stream().mapToLong(Long::longValue).sum();
    }

    private static void pauseUntil(long nanoTime) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanoTime - System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("The purge was interrupted: begin it again, it goes on.", e);
        }
    }

    private int change(String statement) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(statement)) {
            change.setString(1, organization);
            return change.executeUpdate();
        }
    }

    private void execute(String statement) throws SQLException {
        try (PreparedStatement setting = connection.prepareStatement(statement)) {
            setting.execute();
        }
    }
}
