package dev.docket.endpoint.model;

import dev.docket.endpoint.document.WorkStopped;
import dev.docket.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** Has several answers found at the same time. One that fails ends the others, and so does an interrupt. */
final class Votes {
    private final ExecutorService threads;

    Votes(ExecutorService threads) {
        this.threads = threads;
    }

    /** So many results of {@code vote}; it returns, or throws, when nothing is at work any more. */
    <T> List<T> of(int number, Callable<T> vote) {
        if (number == 1) {
            return List.of(called(vote));
        }
        Trace trace = Trace.current();
        List<VoteTask<T>> running = new ArrayList<>();
        BlockingQueue<VoteTask<T>> done = new LinkedBlockingQueue<>();
        try {
            for (int i = 0; i < number; i++) {
                VoteTask<T> task = new VoteTask<>(() -> trace.within(vote), done);
                running.add(task);
                threads.execute(task);
            }
            for (int i = 0; i < number; i++) {
                done.take().get();
            }
            List<T> results = new ArrayList<>();
            for (VoteTask<T> each : running) {
                results.add(each.get());
            }
            return results;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            WorkStopped.check();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        } finally {
            running.forEach(task -> task.cancel(true));
            running.forEach(VoteTask::awaitEnd);
        }
    }

    private static <T> T called(Callable<T> vote) {
        try {
            return vote.call();
        } catch (RuntimeException known) {
            throw known;
        } catch (Exception unforeseen) {
            throw new IllegalStateException(unforeseen);
        }
    }

    /** A vote, and whether anything is at work for it: a task that is cancelled says at once that it is done. */
    private static final class VoteTask<T> extends FutureTask<T> {
        private final BlockingQueue<VoteTask<T>> done;
        private final CountDownLatch ended = new CountDownLatch(1);
        private final AtomicBoolean begun = new AtomicBoolean();

        VoteTask(Callable<T> vote, BlockingQueue<VoteTask<T>> done) {
            super(vote);
            this.done = done;
        }

        @Override
        protected void done() {
            done.add(this);
        }

        @Override
        public void run() {
            if (begun.compareAndSet(false, true)) {
                try {
                    super.run();
                } finally {
                    // The thread is another task's next, which is not the one that was interrupted.
                    Thread.interrupted();
                    ended.countDown();
                }
            }
        }

        /** A vote that did not begin never will. */
        void awaitEnd() {
            if (begun.compareAndSet(false, true)) {
                return;
            }
            boolean interrupted = false;
            while (true) {
                try {
                    ended.await();
                    break;
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
