package dev.docket.functional.start;

import dev.docket.start.embedded.Durability;
import dev.docket.start.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/** A process of its own that starts the embedded server and holds it until it is killed or its input ends. */
final class ChildDocket {
    private ChildDocket() {}

    public static void main(String... args) throws IOException {
        new EmbeddedPostgres(Durability.THROWN_AWAY).start(Path.of(args[0]), Path.of("target", "postgres"));
        System.out.println("started");
        System.in.read();
        Runtime.getRuntime().halt(1);
    }

    static Process on(Path directory) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildDocket.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
