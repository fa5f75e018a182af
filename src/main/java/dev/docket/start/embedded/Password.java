package dev.docket.start.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The embedded server's password: random, made once, readable by the owner of the data directory only. */
final class Password {
    private static final int RANDOM_BYTES = 24;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private Password() {}

    /** Makes the password unless there is one; the file appears only when it is whole. */
    static void ensure(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.writeString(unfinished, password);
        Files.move(unfinished, file);
    }

    static String read(Path file) throws IOException {
        return Files.readString(file).strip();
    }
}
