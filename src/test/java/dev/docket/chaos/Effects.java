package dev.docket.chaos;

import dev.docket.functional.upstream.Behaviour;
import dev.docket.functional.upstream.Exchange;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a service that honours the {@code Idempotency-Key} does: the first request under a key has an effect, with a
 * number of its own; every one is answered with that number, after a while.
 */
final class Effects implements Behaviour {
    private static final int SHORT_MILLIS = 30;
    private static final int LONG_MILLIS = 1500;
    private static final int ONE_IN_SO_MANY_IS_LONG = 12;

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public void received(Exchange exchange) throws IOException {
        String key = exchange.header("Idempotency-Key");
        int number = happen(key);
        boolean isLong = Math.floorMod(key.hashCode(), ONE_IN_SO_MANY_IS_LONG) == 0;
        after(isLong ? LONG_MILLIS : SHORT_MILLIS);
        exchange.reply(200, "{\"effect\":" + number + "}");
    }

    /** The effect of a call under the key, done now or before. */
    int happen(String key) {
        calls.incrementAndGet();
        return numbers.computeIfAbsent(key, ignored -> next.incrementAndGet());
    }

    int calls() {
        return calls.get();
    }

    int keys() {
        return numbers.size();
    }

    /** How many effects after the first so many were had under a key that none of these lives has. */
    int strange(int after, Set<String> lives) {
        return (int) numbers.entrySet().stream()
                .filter(effect -> effect.getValue() > after && !lives.contains(effect.getKey()))
                .count();
    }

    /** The number of the effect of this life of a job, if there was one. */
    Optional<Integer> of(String job, int generation) {
        return Optional.ofNullable(numbers.get(job + "-" + generation));
    }

    private static void after(int millis) {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, millis, TimeUnit.MILLISECONDS)
                .join();
    }
}
