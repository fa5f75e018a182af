package dev.docket.chaos;

import dev.docket.start.DatabaseAddress;
import dev.docket.start.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is started as the service: the package for the JVM, or the native binary that {@code docket.binary} names. A
 * binary bundles no database, so it is lent one for each directory that it would have made its own in.
 */
final class ServiceCommand {
    private static final Path JAR =
            Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
    private static final String BINARY = System.getProperty("docket.binary", "");
    private static final Map<Path, DatabaseAddress> LENT = new ConcurrentHashMap<>();

    private ServiceCommand() {}

    static boolean isNative() {
        return !BINARY.isBlank();
    }

    /** The command line; of the JVM's options a binary knows the size of its heap. */
    static List<String> line(String... jvmOptions) {
        if (isNative()) {
            List<String> command =
                    new ArrayList<>(List.of(Path.of(BINARY).toAbsolutePath().toString()));
            Arrays.stream(jvmOptions)
                    .filter(option -> option.startsWith("-Xmx"))
                    .forEach(command::add);
            return command;
        }
        return line(JAR, jvmOptions);
    }

    /** The command line of a package that lies elsewhere, of an earlier version for example. */
    static List<String> line(Path jar, String... jvmOptions) {
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
        return command;
    }

    /** Settings that the package needs besides the test's own. */
    static Map<String, String> settings(Path directory, Map<String, String> own) {
        if (!isNative() || own.containsKey("DOCKET_DB_URL")) {
            return Map.of();
        }
        DatabaseAddress lent = LENT.computeIfAbsent(directory, ServiceCommand::database);
        return Map.of(
                "DOCKET_DB_URL", "postgresql://" + lent.place(),
                "DOCKET_DB_USERNAME", lent.username(),
                "DOCKET_DB_PASSWORD", lent.password());
    }

    private static DatabaseAddress database(Path directory) {
        try {
            Path data = Files.createTempDirectory("docket-lent-");
            var server = new EmbeddedPostgres().start(data, Path.of("target", "postgres"));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server.address();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
