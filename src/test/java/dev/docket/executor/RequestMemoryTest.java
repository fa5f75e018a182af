package dev.docket.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.job.BodyRef;
import dev.docket.job.JobId;
import dev.docket.job.JobStatus;
import dev.docket.job.TimeLimits;
import dev.docket.store.ClaimedJob;
import dev.docket.store.RunRef;
import io.quarkus.runtime.configuration.MemorySize;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestMemoryTest {
    private final RequestMemory memory = new RequestMemory(budget(100));
    private final List<Run> read = new ArrayList<>();

    @Test
    void a_request_that_does_not_fit_waits_until_another_run_is_over() {
        Run first = ask(60);
        Run second = ask(60);
        assertThat(read).containsExactly(first);

        memory.release(first.ref());

        assertThat(read).containsExactly(first, second);
    }

    @Test
    void a_large_request_is_not_overtaken_by_small_ones_behind_it() {
        Run first = ask(60);
        Run large = ask(90);
        Run small = ask(10);
        assertThat(read).containsExactly(first);

        memory.release(first.ref());

        assertThat(read).containsExactly(first, large, small);
    }

    @Test
    void a_request_larger_than_all_the_memory_is_read_when_nothing_is_held() {
        Run small = ask(1);
        Run huge = ask(1_000);
        assertThat(read).containsExactly(small);

        memory.release(small.ref());

        assertThat(read).containsExactly(small, huge);
    }

    @Test
    void a_run_that_was_stopped_while_it_waited_takes_nothing() {
        Run first = ask(60);
        Run stopped = ask(90);
        Run third = ask(60);
        stopped.stop(RunEnd.CANCELLED);
        memory.release(stopped.ref());
        assertThat(read).containsExactly(first);

        memory.release(first.ref());

        assertThat(read).containsExactly(first, third);
    }

    @Test
    void memory_is_given_back_once() {
        Run first = ask(60);
        memory.release(first.ref());
        memory.release(first.ref());
        ask(60);
        Run waits = ask(60);

        assertThat(read).doesNotContain(waits);
    }

    private Run ask(int bytes) {
        JobId job = JobId.fresh();
        RunRef ref = new RunRef("org", job, 1);
        Run run = new Run(
                new ClaimedJob(
                        ref,
                        "/v1/documents/parse",
                        JobStatus.IN_PROGRESS,
                        1,
                        0,
                        1,
                        2,
                        0,
                        new BodyRef(1, "org", job, 0, bytes),
                        null,
                        TimeLimits.NONE,
                        null),
                "place",
                0);
        memory.whenThereIsRoom(run, () -> read.add(run));
        return run;
    }

    /** Everything else of the configuration is not asked for. */
    private static ExecutorConfig budget(long bytes) {
        return (ExecutorConfig) Proxy.newProxyInstance(
                ExecutorConfig.class.getClassLoader(), new Class<?>[] {ExecutorConfig.class}, (proxy, method, args) -> {
                    if (method.getName().equals("requestMemory")) {
                        return Optional.of(new MemorySize(BigInteger.valueOf(bytes)));
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
