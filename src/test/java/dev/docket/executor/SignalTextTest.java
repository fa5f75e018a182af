package dev.docket.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.job.JobId;
import dev.docket.store.RunRef;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignalTextTest {
    /** What PostgreSQL takes in one notification is one byte less. */
    private static final int TOO_LARGE = 8_000;

    private static final String SENDER = "exec_5b7f0a52-7a0c-4c05-9a52-51ce2b4bd2c0";

    @Test
    void ten_thousand_cancels_at_once_come_through_in_messages_that_fit() {
        String organization = "org_" + "x".repeat(60);
        List<RunRef> runs = IntStream.range(0, 10_000)
                .mapToObj(i -> new RunRef(organization, JobId.fresh(), 999_999_000 + i % 1_000))
                .toList();

        List<String> messages = SignalText.cancelled(SENDER, runs);

        assertThat(messages)
                .allSatisfy(message -> assertThat(message.getBytes(StandardCharsets.UTF_8).length)
                        .isLessThan(TOO_LARGE))
                .allSatisfy(message -> assertThat(SignalText.sender(message)).isEqualTo(SENDER));
        assertThat(messages.stream().flatMap(message -> SignalText.runs(message).stream()))
                .containsExactlyElementsOf(runs);
    }

    @Test
    void early_signals_hold_ten_thousand() {
        EarlySignals early = new EarlySignals();
        List<RunRef> runs = IntStream.range(0, 10_000)
                .mapToObj(i -> new RunRef("org_a", JobId.fresh(), 1))
                .toList();

        runs.forEach(early::remember);

        assertThat(runs).allMatch(early::cancelled);
        assertThat(runs).noneMatch(early::cancelled);
    }
}
