package dev.docket.bench.queue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Takes limits, in a database of their own on the same server. */
final class Limits {
    private final Database database;
    private final LimitDriver driver;
    private final int seconds;

    private Limits(Database database, LimitDriver driver, int seconds) {
        this.database = database;
        this.driver = driver;
        this.seconds = seconds;
    }

    static Limits on(Database database, Path directory, int seconds) throws SQLException {
        database.run(Limit.TABLE);
        LimitDriver driver = PgBench.installed()
                .<LimitDriver>map(program -> new PgBench(program, directory))
                .orElseGet(PlainLoop::new);
        return new Limits(database, driver, seconds);
    }

    /** What takes them. */
    String by() {
        return driver.name();
    }

    /** Jobs a second of each. */
    Map<Limit, Double> take(List<Limit> limits) throws Exception {
        Map<Limit, Double> rates = new EnumMap<>(Limit.class);
        for (Limit limit : limits) {
            rates.put(limit, take(limit));
        }
        return rates;
    }

    private double take(Limit limit) throws Exception {
        database.run("truncate job restart identity");
        if (limit.rows() > 0) {
            database.run("insert into job (body) select jsonb_build_object('n', n) from generate_series(1, "
                    + limit.rows() + ") n");
        }
        database.run("vacuum analyze job", "checkpoint");
        double rate = driver.jobsPerSecond(limit, database, seconds);
        if (limit.rows() > 0 && database.number("select count(*) from job where state = 0") == 0) {
            throw new IllegalStateException("no job was left for " + limit.label() + ": take it for fewer seconds");
        }
        return rate;
    }
}
