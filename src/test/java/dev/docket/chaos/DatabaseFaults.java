package dev.docket.chaos;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Faults of the database. */
final class DatabaseFaults {
    private static final Duration BETWEEN_TERMINATIONS = Duration.ofMillis(1500);
    private static final Duration AWAY = Duration.ofSeconds(2);
    private static final Duration BETWEEN_CRASHES = Duration.ofSeconds(15);
    private static final Duration LOCKED = Duration.ofSeconds(Fleet.LEASE_SECONDS + 1);
    private static final Duration BETWEEN_LOCKS = Duration.ofSeconds(3);
    private static final int CALLS_THAT_WAIT = 60;

    private static final String TERMINATE = """
            select pg_terminate_backend(pid)
            from pg_stat_activity
            where datname = current_database()
              and pid <> pg_backend_pid()
            """;

    private DatabaseFaults() {}

    static void terminate(Fleet fleet, Duration period) {
        Pace pace = Pace.over(period);
        while (pace.goesOn()) {
            fleet.database().sql().execute(TERMINATE);
            Pace.hold(BETWEEN_TERMINATIONS);
        }
        fleet.database().sql().execute(TERMINATE);
    }

    static void crash(Fleet fleet, Duration period) {
        Pace pace = Pace.over(period);
        do {
            fleet.database().crash();
            Pace.hold(AWAY);
            fleet.database().restart();
            fleet.members()
                    .forEach(member ->
                            member.proxy().leadTo(fleet.database().address().place()));
            if (pace.goesOn()) {
                Pace.hold(BETWEEN_CRASHES);
            }
        } while (pace.goesOn());
    }

    /** Lists wait for the lock in every connection there is, and all else waits for a connection. */
    static void exhaust(Fleet fleet, Duration period) {
        Pace pace = Pace.over(period);
        while (pace.goesOn()) {
            try (Connection holder = fleet.database().address().connect();
                    Statement statement = holder.createStatement()) {
                holder.setAutoCommit(false);
                statement.execute("lock table job_facts in access exclusive mode");
                list(fleet);
                Pace.hold(LOCKED);
                holder.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            if (pace.goesOn()) {
                Pace.hold(BETWEEN_LOCKS);
            }
        }
    }

    private static void list(Fleet fleet) {
        ChaosCall list = ChaosCall.get("/v1/jobs?limit=100", answer -> {});
        fleet.members()
                .forEach(member -> member.ready()
                        .ifPresent(process -> IntStream.range(0, CALLS_THAT_WAIT)
                                .forEach(n -> CompletableFuture.runAsync(
                                        () -> list.send(process), runnable -> new Thread(runnable).start()))));
    }
}
