package dev.docket.history;

import dev.docket.history.Clients.Told;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One job under several clients at once: created by one of them, or by two with the same key, then called by all. */
final class JobLife {
    private final Clients clients;
    private final OpenRecords open;
    private final HistorySettings settings;
    private final Executor threads;
    private final long number;
    private final Paper paper;
    private final boolean createdTwice;

    JobLife(Clients clients, OpenRecords open, HistorySettings settings, Executor threads, long number) {
        this.clients = clients;
        this.open = open;
        this.settings = settings;
        this.threads = threads;
        this.number = number;
        Random random = new Random(settings.seed() * 1_000_003 + number);
        int luck = random.nextInt(10);
        this.paper = luck < 4 ? Paper.LONG : luck < 8 ? Paper.SHORT : Paper.DAMAGED;
        this.createdTwice = random.nextInt(5) == 0;
    }

    /** Lives it through; empty when the job could not be created, or nobody knows whether it was. */
    Optional<JobRecord> live() {
        Optional<JobRecord> created = create();
        created.ifPresent(record -> {
            open.open(record);
            all(IntStream.range(0, settings.clients()).mapToObj(client -> () -> call(record, client)));
        });
        return created;
    }

    private Optional<JobRecord> create() {
        if (!createdTwice) {
            return record(clients.create(0, paper, null).stream().toList());
        }
        String key = UUID.randomUUID().toString();
        List<CompletableFuture<Optional<Told>>> both = Stream.of(0, 1)
                .map(client -> CompletableFuture.supplyAsync(() -> clients.create(client, paper, key), threads))
                .toList();
        return record(both.stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .toList());
    }

    private Optional<JobRecord> record(List<Told> creates) {
        List<String> ids = creates.stream()
                .filter(told -> told.operation().view() != null)
                .map(told -> told.body().getString("id"))
                .distinct()
                .toList();
        if (ids.size() > 1) {
            throw new IllegalStateException("one key made two jobs: " + ids);
        }
        return ids.stream().findFirst().map(id -> {
            JobRecord record = new JobRecord(id, paper);
            creates.forEach(told -> record.add(told.operation()));
            return record;
        });
    }

    private void call(JobRecord record, int client) {
        Random random = new Random((settings.seed() * 1_000_003 + number) * 31 + client);
        NextCall next = new NextCall(client, random);
        for (int made = 0; made < settings.calls(); made++) {
            if (random.nextInt(20) == 0) {
                clients.page(client);
            } else {
                clients.call(client, record, next.after(record.lastShown()));
            }
        }
    }

    private void all(Stream<Runnable> tasks) {
        List<CompletableFuture<Void>> running =
                tasks.map(task -> CompletableFuture.runAsync(task, threads)).toList();
        running.forEach(CompletableFuture::join);
    }
}
