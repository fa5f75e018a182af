package dev.docket.endpoint.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;

/**
 * Gives the Office library a directory of this process alone. By itself it shares one of a fixed name with every other
 * process of the machine: the files in it could be read by others, and the first user's directory stops all other users.
 */
public final class PrivateTempFiles {
    private static final AtomicBoolean USED = new AtomicBoolean();

    private PrivateTempFiles() {}

    /** Takes effect for the whole process from the first call on. */
    public static void use() {
        if (!USED.compareAndSet(false, true)) {
            return;
        }
        try {
            Path directory = Files.createTempDirectory("docket-office-");
            directory.toFile().deleteOnExit();
            TempFile.setTempFileCreationStrategy(new DefaultTempFileCreationStrategy(directory.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory can be made", e);
        }
    }
}
