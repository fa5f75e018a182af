package dev.docket.functional.fetch;

import dev.docket.functional.upstream.Certificate;
import dev.docket.functional.upstream.RecordingUpstream;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** Lets the service under test fetch documents from a server on this machine, which it gives to the test. */
public final class FetchResource implements QuarkusTestResourceLifecycleManager {
    private final Path folder = folder();
    private final Certificate certificate = Certificate.of("localhost", folder);
    private final RecordingUpstream server = RecordingUpstream.start(certificate.sockets(), "https");

    @Override
    public Map<String, String> start() {
        String fetch = "docket.documents.fetch.";
        return Map.of(
                fetch + "allowed",
                "true",
                fetch + "ports",
                Integer.toString(server.port()),
                fetch + "private-ranges",
                "127.0.0.0/8,::1/128",
                fetch + "trust-certificates",
                certificate.pem().toString());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.MatchesType(RecordingUpstream.class));
    }

    @Override
    public void stop() {
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("docket-fetch");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
