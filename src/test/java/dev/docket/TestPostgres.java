package dev.docket;

import dev.docket.start.BundledDatabase;
import dev.docket.start.DatabaseAddress;
import dev.docket.start.Migrations;
import dev.docket.start.embedded.Durability;
import dev.docket.start.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One embedded server for all tests of a JVM, started by the first that asks and thrown away with the JVM. */
public final class TestPostgres {
    private static final Path PROGRAMS = Path.of("target", "postgres");
    private static final String MEMO = "test.postgres";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    /** The database that all tests share, with its tables. */
    public static DatabaseAddress shared() {
        // Quarkus loads tests with more than one class loader; only a system property is one for all of them.
        synchronized (System.getProperties()) {
            if (System.getProperty(MEMO + ".place") == null) {
                DatabaseAddress address = start().address();
                Migrations.run(address);
                System.setProperty(MEMO + ".username", address.username());
                System.setProperty(MEMO + ".password", address.password());
                System.setProperty(MEMO + ".place", address.place());
            }
        }
        return at(System.getProperty(MEMO + ".place"));
    }

    /** A database of the caller's own on the shared server, without tables. */
    public static DatabaseAddress empty() {
        String name =
                "test_" + ProcessHandle.current().pid() + "_" + System.nanoTime() + "_" + DATABASES.incrementAndGet();
        try (Connection connection = shared().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return at(shared().place().replaceFirst("/.*", "/" + name));
    }

    private static DatabaseAddress at(String place) {
        return new DatabaseAddress(
                place,
                "jdbc:postgresql://" + place,
                Map.of("quarkus.datasource.reactive.url", "postgresql://" + place),
                System.getProperty(MEMO + ".username"),
                System.getProperty(MEMO + ".password"));
    }

    private static BundledDatabase.Running start() {
        try {
            Path directory = Files.createTempDirectory("docket-test-");
            // Nothing a test writes has to outlive the machine, and a sync takes longer than most tests.
            BundledDatabase.Running server = new EmbeddedPostgres(Durability.THROWN_AWAY).start(directory, PROGRAMS);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> throwAway(server, directory)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void throwAway(BundledDatabase.Running server, Path directory) {
        server.close();
        try (Stream<Path> paths = Files.walk(directory)) {
            paths.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
