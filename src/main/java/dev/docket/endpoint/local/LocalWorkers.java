package dev.docket.endpoint.local;

import dev.docket.endpoint.Assignment;
import dev.docket.endpoint.Work;
import dev.docket.endpoint.document.PrivateTempFiles;
import dev.docket.job.Payload;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that documents are read on, and the clock that bounds each reading. */
@Singleton
public class LocalWorkers {
    private final int threads;
    private final Duration timeLimit;
    private final ThreadPoolExecutor pool;
    private final ScheduledThreadPoolExecutor clock;

    @Inject
    public LocalWorkers(LocalConfig config) {
        PrivateTempFiles.use();
        threads = config.threads().orElseGet(() -> Runtime.getRuntime().availableProcessors());
        timeLimit = config.timeLimit();
        // The executor claims no more than there are threads, but a claim may come while a timed-out reading is still
        // unwinding; those few wait here.
        pool = new ThreadPoolExecutor(
                threads, threads, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(threads), named("docket-local-"));
        pool.allowCoreThreadTimeOut(true);
        clock = new ScheduledThreadPoolExecutor(1, named("docket-local-clock-"));
        clock.setRemoveOnCancelPolicy(true);
    }

    int threads() {
        return threads;
    }

    /** Queues the work and returns at once. */
    Work start(Assignment assignment, Callable<Payload> reading) {
        LocalWork work = new LocalWork(assignment, reading, this);
        try {
            pool.execute(work);
        } catch (RejectedExecutionException full) {
            work.refuse();
        }
        return work;
    }

    /** Takes work out of the queue; false when a thread has it already. */
    boolean withdraw(LocalWork work) {
        return pool.remove(work);
    }

    ScheduledFuture<?> limit(Runnable overrun) {
        return clock.schedule(overrun, timeLimit.toMillis(), TimeUnit.MILLISECONDS);
    }

    Duration timeLimit() {
        return timeLimit;
    }

    @PreDestroy
    public void close() {
        pool.shutdownNow().forEach(waiting -> ((LocalWork) waiting).refuse());
        clock.shutdownNow();
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
