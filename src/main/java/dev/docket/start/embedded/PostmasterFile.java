package dev.docket.start.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running server writes down about itself in {@code postmaster.pid}. The file outlives a server that was
 * killed, and its process id may since belong to any other program.
 *
 * @param cluster the directory the file was found in
 * @param pid the process that wrote it
 * @param port where that process listens
 * @param ready whether it had begun to take connections
 */
record PostmasterFile(Path cluster, long pid, int port, boolean ready) {
    private static final int PID = 0;
    private static final int PORT = 3;
    private static final int STATUS = 7;

    static Optional<PostmasterFile> in(Path cluster) throws IOException {
        try {
            return parse(cluster, Files.readAllLines(file(cluster)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Empty as well for a file that its writer had not finished. */
    private static Optional<PostmasterFile> parse(Path cluster, List<String> lines) {
        if (lines.size() <= PORT) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(lines.get(PID).strip());
            int port = Integer.parseInt(lines.get(PORT).strip());
            boolean ready = lines.size() > STATUS && lines.get(STATUS).strip().equals("ready");
            return Optional.of(new PostmasterFile(cluster, pid, port, ready));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether the process lives and is a server of this very directory: a server works in its directory. */
    boolean isAlive() {
        return worksIn(Path.of("/proc", Long.toString(pid), "cwd"));
    }

    /** Removes a file whose process id was taken over by another program; PostgreSQL itself would not dare. */
    static void deleteStale(Path cluster) throws IOException {
        boolean used = ProcessHandle.allProcesses()
                .anyMatch(process -> new PostmasterFile(cluster, process.pid(), 0, false).isAlive());
        if (!used) {
            Files.deleteIfExists(file(cluster));
        }
    }

    private boolean worksIn(Path link) {
        try {
            return Files.readSymbolicLink(link).equals(cluster);
        } catch (IOException e) {
            // Gone, or not ours to look at: neither is a server that this user started here.
            return false;
        }
    }

    private static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }
}
