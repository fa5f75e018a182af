package dev.docket.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of its own file that a native binary gives back once it has started. */
class StartPagesIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final long TWENTY_MEGABYTES = 20L * 1024 * 1024;

    @TempDir
    Path directory;

    @Test
    void what_only_the_start_has_read_is_given_back_and_the_service_works_on() {
        assumeTrue(ServiceCommand.isNative(), "A JVM reads its classes into memory of its own");
        try (ServiceProcess service =
                ServiceProcess.start(directory, Map.of("QUARKUS_LOG_CATEGORY__DEV_DOCKET_OPS__LEVEL", "DEBUG"))) {
            Awaitility.await().atMost(LONG_ENOUGH).until(() -> service.log().contains("are mapped anew when used"));

            assertThat(service.memory()).isLessThan(service.mostMemory() - TWENTY_MEGABYTES);
            JobCalls calls = new JobCalls(service);
            String job = calls.create(Documents.shortText("Hello"));
            Awaitility.await().atMost(LONG_ENOUGH).until(() -> calls.status(job).equals("completed"));
            assertThat(service.log()).doesNotContain("ERROR");
        }
    }
}
