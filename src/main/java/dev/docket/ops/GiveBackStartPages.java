package dev.docket.ops;

import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * A native binary gives back, once, the pages of its own file that only the start has read: two thirds of what an idle
 * process would keep mapped. What is used again comes back from the file, most of it from the kernel's cache.
 */
@Singleton
class GiveBackStartPages {
    private static final Logger LOG = Logger.getLogger(GiveBackStartPages.class);

    /** By then the loops of the service have turned once, and a probe has found it ready. */
    private static final Duration AFTER = Duration.ofSeconds(5);

    private static final Path MAPPINGS = Path.of("/proc/self/smaps");
    private static final Path PROGRAM = Path.of("/proc/self/exe");

    void start(@Observes StartupEvent event) {
        if (ImageMode.current().isNativeImage()) {
            Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(AFTER)
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .map(nothing -> giveBack())
                    .subscribe()
                    .with(
                            bytes -> LOG.debugf("%d bytes of the program's file are mapped anew when used", bytes),
                            failure -> LOG.debugf("The pages of the start are kept: %s", failure.toString()));
        }
    }

    private static long giveBack() {
        return unchanged().stream().mapToLong(GiveBackStartPages::giveBack).sum();
    }

    /** The parts of the program's file in memory that are as they are in the file. */
    private static List<ProcessMapping> unchanged() {
        try {
            String program = Files.readSymbolicLink(PROGRAM).toString();
            return ProcessMapping.read(Files.readAllLines(MAPPINGS)).stream()
                    .filter(mapping -> mapping.likeItsFile() && mapping.file().equals(program))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long giveBack(ProcessMapping mapping) {
        int refused = MemoryAdvice.give(mapping.start(), mapping.length(), MemoryAdvice.NOT_NEEDED);
        return refused == 0 ? mapping.resident() : 0;
    }
}
