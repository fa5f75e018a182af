package dev.docket.chaos;

import dev.docket.start.DatabaseAddress;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A base backup of a server that works meanwhile, as {@code pg_basebackup} takes it, which is not among the programs that
 * come with the service: the files are copied as they change, and the log of that time makes a whole of them.
 */
final class BaseBackup {
    private static final String LOG = "pg_wal";

    private BaseBackup() {}

    /** Copies the server's directory; everything that is committed when this begins is in the copy. */
    static void take(DatabaseAddress address, Path from, Path to) {
        try (Connection connection = address.connect();
                Statement session = connection.createStatement()) {
            session.execute("select pg_backup_start('docket', true)");
            copy(from, to, LOG);
            String label = stop(session);
            copy(from.resolve(LOG), to.resolve(LOG), "");
            Files.writeString(to.resolve("backup_label"), label);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers with what tells the copy from where to read the log. */
    private static String stop(Statement session) throws SQLException {
        try (ResultSet row = session.executeQuery("select labelfile from pg_backup_stop(false)")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Everything but the contents of one directory, and what is only about the running server. */
    private static void copy(Path from, Path to, String without) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.copy(
                        directory,
                        to.resolve(from.relativize(directory)),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        StandardCopyOption.REPLACE_EXISTING);
                return directory.getFileName().toString().equals(without)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.getFileName().toString().startsWith("postmaster.")) {
                    copyIfThere(file, to.resolve(from.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    /** A file that was removed meanwhile is removed again by the log. */
    private static void copyIfThere(Path file, Path to) throws IOException {
        try {
            Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (NoSuchFileException removed) {
            Files.deleteIfExists(to);
        }
    }
}
