package dev.docket.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Counts calls and what came of them. */
final class Tally {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    void count(Call call, Optional<Operation> operation) {
        count(name(call), operation.map(AnswerKind::of).orElse("not sent, or refused as too much"));
    }

    void count(String what, String kind) {
        counts.computeIfAbsent(what + ": " + kind, unused -> new LongAdder()).increment();
    }

    /** Those of the lines that were counted less often than that. */
    List<String> seenLess(long times, List<String> lines) {
        return lines.stream().filter(line -> of(line) < times).toList();
    }

    private long of(String line) {
        LongAdder count = counts.get(line);
        return count == null ? 0 : count.sum();
    }

    private static String name(Call call) {
        if (call instanceof Call.Cancel cancel) {
            String condition = cancel.onlyIfQueued() ? "cancel if queued" : "cancel";
            return cancel.key() == null ? condition : condition + " with key";
        }
        if (call instanceof Call.Retry retry) {
            return retry.key() == null ? "retry" : "retry with key";
        }
        if (call instanceof Call.Create create) {
            return create.key() == null ? "create" : "create with key";
        }
        return call instanceof Call.Retrieve ? "retrieve" : call instanceof Call.Status ? "status" : "list";
    }

    @Override
    public String toString() {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(entry -> String.format("%10d  %s", entry.getValue().sum(), entry.getKey()))
                        .collect(Collectors.joining("\n"));
    }
}
