package dev.docket.start.embedded;

import dev.docket.start.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes the database's files at the first start, and says at later ones whether these programs can read them. */
final class Cluster {
    static final String USER = "docket";
    /** The first version that has rules for texts of its own; for older ones C are those by bytes, in the same order. */
    private static final int OWN_RULES = 17;

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Cluster() {}

    static void ensure(DataDirectory directory, PostgresBinaries binaries, Unprivileged way, Durability durability)
            throws IOException {
        if (Files.exists(directory.cluster())) {
            requireSameMajor(directory, binaries);
        } else {
            create(directory, binaries, way, durability);
        }
    }

    private static void create(
            DataDirectory directory, PostgresBinaries binaries, Unprivileged way, Durability durability)
            throws IOException {
        Trees.delete(directory.unfinishedCluster());
        List<String> initdb = new ArrayList<>(List.of(
                binaries.program("initdb"),
                "--pgdata=" + directory.unfinishedCluster(),
                "--username=" + USER,
                "--pwfile=" + directory.password(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--data-checksums"));
        if (Integer.parseInt(major(binaries)) >= OWN_RULES) {
            // PostgreSQL's own rules: an order of texts that no upgrade of the machine's C library changes.
            initdb.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        }
        if (durability != Durability.KEPT) {
            initdb.add("--no-sync");
        }
        Command.Ended ended = Command.run(way.with(initdb), LIMIT);
        if (!ended.succeeded()) {
            throw new StartRefused("The database in " + directory.root() + " could not be made (" + ended.lastLine()
                    + "): check the directory's space and rights, or set DOCKET_DB_URL.");
        }
        Files.move(directory.unfinishedCluster(), directory.cluster());
    }

    private static void requireSameMajor(DataDirectory directory, PostgresBinaries binaries) throws IOException {
        Path version = directory.cluster().resolve("PG_VERSION");
        if (!Files.exists(version)) {
            throw new StartRefused("The database in " + directory.root() + " is damaged (no PG_VERSION): restore it"
                    + " from a backup, or set DOCKET_DATA_DIR to an empty directory.");
        }
        String files = Files.readString(version).strip();
        String programs = major(binaries);
        if (!files.equals(programs)) {
            throw new StartRefused("The database in " + directory.root() + " was made by PostgreSQL " + files
                    + ", this Docket bundles " + programs + ": start the Docket it was made with and move it with"
                    + " pg_dump, or set DOCKET_DATA_DIR to an empty directory.");
        }
    }

    private static String major(PostgresBinaries binaries) throws IOException {
        return Command.run(List.of(binaries.program("postgres"), "--version"), LIMIT)
                .output()
                .strip()
                .replaceAll(".*\\) (\\d+).*", "$1");
    }
}
