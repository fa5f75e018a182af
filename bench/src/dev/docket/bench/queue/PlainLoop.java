package dev.docket.bench.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Stands in for pgbench where that is not installed: the same statements by the JDBC driver, a thread a connection. */
final class PlainLoop implements LimitDriver {
    @Override
    public String name() {
        return "a loop of the JDBC driver, for want of pgbench";
    }

    @Override
    public double jobsPerSecond(Limit limit, Database database, int seconds) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(limit.clients());
        try {
            long start = System.nanoTime();
            long until = start + TimeUnit.SECONDS.toNanos(seconds);
            List<Callable<Long>> loops = new ArrayList<>();
            for (int i = 0; i < limit.clients(); i++) {
                loops.add(() -> rounds(limit, database, until));
            }
            long rounds = 0;
            for (Future<Long> loop : threads.invokeAll(loops)) {
                rounds += loop.get();
            }
            return rounds * limit.jobs() * 1e9 / (System.nanoTime() - start);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long rounds(Limit limit, Database database, long until) throws SQLException {
        long rounds = 0;
        try (Connection connection = database.address().connect();
                PreparedStatement first = connection.prepareStatement(limit.first());
                PreparedStatement second = limit.second() == null
                        ? null
                        : connection.prepareStatement(limit.second().replace(":ids", "?"))) {
            while (System.nanoTime() < until) {
                round(first, second);
                rounds++;
            }
        }
        return rounds;
    }

    private static void round(PreparedStatement first, PreparedStatement second) throws SQLException {
        if (second == null) {
            first.execute();
            return;
        }
        try (ResultSet row = first.executeQuery()) {
            row.next();
            second.setString(1, row.getString(1));
        }
        second.executeUpdate();
    }
}
