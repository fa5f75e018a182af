package dev.docket.start.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs one of PostgreSQL's programs to its end, within a time limit. */
final class Command {
    private Command() {}

    /**
     * How it ended.
     *
     * @param exitCode 0 for success, -1 when it was killed at the time limit
     * @param output what it printed, both streams
     */
    record Ended(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }

        String lastLine() {
            return output.substring(output.lastIndexOf('\n') + 1);
        }
    }

    static Ended run(List<String> words, Duration limit) throws IOException {
        // A file and not a pipe: a server that pg_ctl leaves behind would hold a pipe open.
        Path output = Files.createTempFile("docket-", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(output.toFile());
            quieten(builder.environment());
            int exitCode = await(builder.start(), limit);
            return new Ended(exitCode, Files.readString(output).strip());
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static int await(Process process, Duration limit) {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return -1;
    }

    /** PostgreSQL's programs read settings from PG… variables, which belong to the operator's own servers. */
    private static void quieten(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        environment.put("LC_ALL", "C");
    }
}
