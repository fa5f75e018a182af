package dev.docket.bench.queue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own generator of load, where it is installed; it does not come with Docket. */
final class PgBench implements LimitDriver {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final Path program;
    private final Path directory;

    PgBench(Path program, Path directory) {
        this.program = program;
        this.directory = directory;
    }

    /** The one in {@code PGBIN}, or else on the path, or else where Debian puts the newest. */
    static Optional<Path> installed() {
        Stream<String> named = Stream.ofNullable(System.getenv("PGBIN"));
        Stream<String> onPath = Arrays.stream(
                Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator));
        return Stream.of(named, onPath, debian())
                .flatMap(folders -> folders)
                .map(folder -> Path.of(folder, "pgbench"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<String> debian() {
        File[] versions = new File("/usr/lib/postgresql").listFiles();
        return versions == null
                ? Stream.empty()
                : Arrays.stream(versions)
                        .map(version -> version.getPath() + "/bin")
                        .sorted();
    }

    @Override
    public String name() {
        return "pgbench";
    }

    @Override
    public double jobsPerSecond(Limit limit, Database database, int seconds) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        program.toString(),
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + limit.clients(),
                        "--jobs=2",
                        "--time=" + seconds,
                        "--file=" + script(limit),
                        "--host=127.0.0.1",
                        "--port=" + database.port(),
                        "--username=" + database.address().username(),
                        database.name())
                .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.address().password());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        Matcher rate = RATE.matcher(output);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new IllegalStateException("pgbench failed: " + output);
        }
        return Double.parseDouble(rate.group(1)) * limit.jobs();
    }

    private Path script(Limit limit) throws IOException {
        List<String> lines = limit.second() == null
                ? List.of(limit.first() + ";")
                : List.of(limit.first(), "\\gset", limit.second() + ";");
        return Files.write(directory.resolve(limit.label() + ".sql"), lines);
    }
}
