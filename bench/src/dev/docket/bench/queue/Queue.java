package dev.docket.bench.queue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docket.bench.ServiceProcess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The jobs of one database: filled in, held back, let go, and watched until all of them are finished. */
final class Queue {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String UNFINISHED = "select exists (select from job where ready_pos is not null)"
            + " or exists (select from job where owner is not null)";

    private final Database database;

    Queue(Database database) {
        this.database = database;
    }

    /** So many jobs of 1 KB, made by a process that only takes them; it makes the tables too. */
    void fill(Services services, int jobs) throws Exception {
        fillOnly(services, jobs);
        database.settle();
    }

    /** The same with no statistics but those that the server gathers by itself. */
    void fillOnly(Services services, int jobs) throws Exception {
        try (ServiceProcess service = services.service(database, "api");
                LoadClient client = new LoadClient(service, 1)) {
            new CopyJobs(database).of(create(client), jobs - 1, true);
        }
    }

    /** The id of one new job. */
    static String create(LoadClient client) throws Exception {
        Call call = Call.post("/v1/jobs", Documents.create(Documents.SMALL));
        return JSON.readTree(client.call(call).getBytes()).get("id").asText();
    }

    /**
     * Keeps every executor from claiming until the connection is closed: a lock that claims wait for and readers do not,
     * so that a process can start up before its clock runs.
     */
    Connection hold() throws SQLException {
        Connection connection = database.address().connect();
        connection.setAutoCommit(false);
        connection.createStatement().execute("lock table job in exclusive mode");
        return connection;
    }

    void awaitEmpty() throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        // One connection for all looks: to open one costs the server more than a look.
        try (Connection connection = database.address().connect();
                PreparedStatement look = connection.prepareStatement(UNFINISHED)) {
            while (isAnyUnfinished(look)) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("jobs are unfinished after " + PATIENCE);
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    private static boolean isAnyUnfinished(PreparedStatement look) throws SQLException {
        try (ResultSet row = look.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
