package dev.docket.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.JobRows;
import dev.docket.ProxiedPostgres;
import dev.docket.StoreProfile;
import dev.docket.job.BodyRef;
import dev.docket.job.JobStatus;
import dev.docket.job.Payload;
import dev.docket.store.AnswerRows;
import dev.docket.store.Bodies;
import dev.docket.store.RunRef;
import dev.docket.store.SettleRuns;
import dev.docket.store.Settled;
import dev.docket.store.Settlement;
import dev.docket.store.StoreAnswer;
import dev.docket.store.Verdict;
import dev.docket.wire.CuttingProxy;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An answer that is written while it comes in is whole, however the connection breaks meanwhile. */
@QuarkusTest
@TestProfile(StoreProfile.class)
@WithTestResource(ProxiedPostgres.class)
class LostAnswerRowsTest {
    private static final String CHUNK = "values ($1, $2, $3, $4, $5, $6)";
    private static final String SETTLE = "set status = h.next";

    private final String organization = "org_" + UUID.randomUUID();
    private final Payload answer = Payload.of(bytes(2 * BodyRef.CHUNK + 1));

    CuttingProxy proxy;

    @Inject
    StoreAnswer storeAnswer;

    @Inject
    SettleRuns settleRuns;

    @Inject
    Bodies bodies;

    @ParameterizedTest
    @EnumSource
    void each_row_is_written_once(Loss lost) {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);
        AnswerRows rows = storeAnswer.of(run);

        Loss.answer(rows.write(answer.slice(0, BodyRef.CHUNK)));
        lost.at(CHUNK, proxy, rows.write(answer.slice(BodyRef.CHUNK, 2 * BodyRef.CHUNK)));
        Loss.answer(rows.write(answer.slice(2 * BodyRef.CHUNK, answer.length())));

        assertThat(JobRows.count(
                        "select count(*) from body where job_id = ? and claim = 1",
                        run.job().value()))
                .isEqualTo(3);
        assertThat(Loss.answer(bodies.whole(rows.ref())).toBytes()).isEqualTo(answer.toBytes());
    }

    @ParameterizedTest
    @EnumSource
    void the_end_that_shows_it_is_written_once(Loss lost) {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);
        BodyRef body = written(run);

        Settled settled = lost.at(SETTLE, proxy, settleRuns.alone(end(run, body)));

        assertThat(settled).isEqualTo(new Settled.Won(JobStatus.COMPLETED));
        assertThat(JobRows.read(organization, run.job()))
                .containsEntry("status", "completed")
                .containsEntry("response_bucket", body.bucket())
                .containsEntry("response_bytes", answer.length());
    }

    @Test
    void an_answer_that_comes_too_late_is_not_shown() {
        RunRef run = JobRows.put(organization, JobStatus.IN_PROGRESS);
        BodyRef body = written(run);
        JobRows.change(
                "update job set claim = claim + 1, owner = 'exec_elsewhere' where id = ?",
                run.job().value());

        Settled settled = Loss.answer(settleRuns.alone(end(run, body)));

        assertThat(settled).isEqualTo(new Settled.TooLate());
        assertThat(JobRows.read(organization, run.job()))
                .containsEntry("status", "in_progress")
                .containsEntry("response_bucket", null);
    }

    private BodyRef written(RunRef run) {
        AnswerRows rows = storeAnswer.of(run);
        Loss.answer(rows.write(answer.slice(0, BodyRef.CHUNK)));
        Loss.answer(rows.write(answer.slice(BodyRef.CHUNK, 2 * BodyRef.CHUNK)));
        Loss.answer(rows.write(answer.slice(2 * BodyRef.CHUNK, answer.length())));
        return rows.ref();
    }

    private static Settlement end(RunRef run, BodyRef body) {
        return new Settlement(run, new Verdict.CompleteStored(200, body));
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(3).nextBytes(bytes);
        return bytes;
    }
}
