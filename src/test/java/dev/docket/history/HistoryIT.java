package dev.docket.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.chaos.ServiceProcess;
import dev.docket.history.HistoryRun.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many clients at once against processes of the packaged service; see docs/history-check.md. */
class HistoryIT {
    private static final Map<String, String> SHORT_LEASE =
            Map.of("DOCKET_LEASES_LEASE", "3S", "DOCKET_LEASES_HEARTBEAT", "0.5S");
    private static final int DRAWS = 4;

    /** Without these the run would have proved little: each is asked for once in so many calls. */
    private static final long CALLS_A_RACE = 20_000;

    private static final List<String> RACES = List.of(
            "cancel: 200 cancelled in the queue",
            "cancel: 200 cancelled at work",
            "cancel: 200 lost the race: completed",
            "cancel: 200 lost the race: failed",
            "cancel: 200 lost the race: cancelled by another",
            "cancel: 400 job_not_cancellable completed",
            "cancel: 400 job_not_cancellable failed",
            "cancel: 400 job_already_cancelled cancelled",
            "cancel if queued: 200 cancelled in the queue",
            "cancel if queued: 409 job_not_queued in_progress",
            "retry: 200 queued",
            "retry: 400 job_not_retryable in_progress",
            "retry: 400 job_not_retryable completed");

    /** Changes that a client could mostly notice. A call that is moved among equal ones is none of them. */
    private static final List<String> SHARP = List.of("random SWAP_ANSWERS", "random COPY_VIEW");

    /** In hundredths. */
    private static final long SHARE_REFUSED = 50;

    private final HistorySettings settings = HistorySettings.ofSystemProperties();

    @TempDir
    Path directory;

    @Test
    void whatever_clients_are_told_is_what_a_job_can_have_gone_through() throws Exception {
        Map<String, String> leases = settings.kills() ? SHORT_LEASE : Map.of();
        try (Services services = Services.start(directory, settings.services(), leases);
                HttpCalls http = new HttpCalls(ServiceProcess.KEY)) {
            Outcome outcome = HistoryRun.run(settings, services, http);
            Mutants mutants = mutants(outcome.findings().samples());
            Report.write(settings, outcome, mutants);

            assertThat(outcome.findings().violations())
                    .extracting(Violation::what)
                    .isEmpty();
            assertThat(outcome.calls()).isGreaterThanOrEqualTo(settings.operations());
            assertThat(outcome.tally().seenLess(settings.operations() / CALLS_A_RACE, RACES))
                    .isEmpty();
            assertThat(mutants.missed()).isEmpty();
            assertThat(SHARP)
                    .allSatisfy(change ->
                            assertThat(mutants.shareRefused(change)).as(change).isGreaterThan(SHARE_REFUSED));
        }
    }

    /** The recorded histories made bad: the check has to be sharp on them, too. */
    private Mutants mutants(List<JobHistory> recorded) {
        Mutants mutants = new Mutants(settings.seed());
        recorded.forEach(mutants::plant);
        recorded.forEach(history -> mutants.change(history, DRAWS));
        return mutants;
    }
}
