package dev.docket.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.wire.Cut;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is told to stop just as the answer to its claim is lost. */
class DrainInDoubtIT {
    private static final String CLAIM = "set status = case when j.validated then 'in_progress'";

    @TempDir
    Path directory;

    @Test
    void jobs_of_a_claim_that_was_never_answered_go_back_to_the_queue_before_the_process_goes() {
        try (ChaosDatabase database = ChaosDatabase.start(directory.resolve("database"));
                Member member = new Member(directory, database.address(), credentials(database))) {
            member.begin();
            ServiceProcess process = member.awaitReady();
            Cut cut = member.proxy().loseAnswer(CLAIM, () -> process.signal("TERM"));

            process.post("/v1/jobs", Documents.shortText("x"));
            cut.await();
            process.stop();

            assertThat(database.sql().count("select count(*) from job where status = 'queued' and claim = 1"))
                    .isEqualTo(1);
            assertThat(database.sql().count("select attempt_count from job")).isZero();
        }
    }

    private static Map<String, String> credentials(ChaosDatabase database) {
        return Map.of(
                "DOCKET_DB_USERNAME", database.address().username(),
                "DOCKET_DB_PASSWORD", database.address().password());
    }
}
