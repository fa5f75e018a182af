package dev.docket.start.embedded;

import dev.docket.start.StartRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * PostgreSQL's programs, unpacked once for each version that Docket has been started with.
 *
 * @param home the directory that holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path home) {
    private static final String PREFIX = "programs-";
    private static final int DIGEST_BYTES = 8;

    /** Finds the programs below {@code parent}, or unpacks them there. */
    static PostgresBinaries below(Path parent) {
        byte[] archive = archive();
        PostgresBinaries binaries = new PostgresBinaries(parent.resolve(PREFIX + fingerprint(archive)));
        try {
            if (!Files.isDirectory(binaries.home)) {
                unpack(archive, binaries.home);
            }
            return binaries;
        } catch (IOException e) {
            throw DataDirectory.unusable(parent, e);
        }
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /** Removes what earlier versions of Docket, or starts that were killed, unpacked in a directory held by us. */
    void deleteOthers() throws IOException {
        List<Path> others;
        try (Stream<Path> siblings = Files.list(home.getParent())) {
            others = siblings.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .filter(path -> !path.equals(home))
                    .toList();
        }
        for (Path other : others) {
            Trees.delete(other);
        }
    }

    private static void unpack(byte[] archive, Path home) throws IOException {
        Path unfinished = Files.createTempDirectory(home.getParent(), PREFIX + "new-");
        Archive.unpack(new ByteArrayInputStream(archive), unfinished);
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            // In one step, so that a start that was killed half way leaves nothing that looks whole.
            Files.move(unfinished, home);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException otherWasFirst) {
            // The same archive by its name, so these are the same programs.
            Trees.delete(unfinished);
        }
    }

    private static byte[] archive() {
        String platform = platform();
        String resource = "/postgres-" + platform + ".txz";
        try (InputStream stream = PostgresBinaries.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new StartRefused("No PostgreSQL is bundled for " + platform
                        + ": set DOCKET_DB_URL to a PostgreSQL 15 or newer of your own.");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new StartRefused("The bundled PostgreSQL cannot be read from the application: build it anew.", e);
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).split(" ")[0];
        String machine = System.getProperty("os.arch");
        return system + "-" + (machine.equals("amd64") ? "x86_64" : machine.equals("aarch64") ? "arm_64" : machine);
    }

    private static String fingerprint(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
