package dev.docket.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Clients that go on all the time while faults happen, and what they have to complain of. */
final class Load implements AutoCloseable {
    private static final int CLIENTS = 12;
    private static final int PAUSE_MILLIS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Fleet fleet;
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(CLIENTS);
    private final List<ChaosClient> clients;

    private Load(Fleet fleet, long seed) {
        this.fleet = fleet;
        clients = IntStream.range(0, CLIENTS)
                .mapToObj(n -> new ChaosClient(fleet, complaints::add, seed + n))
                .toList();
    }

    static Load start(Fleet fleet, long seed) {
        Load load = new Load(fleet, seed);
        load.clients.forEach(client ->
                load.threads.scheduleWithFixedDelay(() -> load.step(client), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        return load;
    }

    /** Comes back once every call was answered and every job has ended. */
    void end() {
        clients.forEach(ChaosClient::close);
        Awaitility.await("every call is answered")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> clients.stream().allMatch(ChaosClient::isDone));
        Awaitility.await("every job has ended")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> live() == 0);
    }

    /** The jobs that clients know of; after the end. */
    List<JobStory> jobs() {
        return clients.stream().flatMap(client -> client.jobs().stream()).toList();
    }

    /** Reads every job once more, in full; answers with how many are not there. */
    int lost() {
        return jobs().parallelStream().mapToInt(this::lost).sum();
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private int live() {
        return fleet.database().sql().count("select count(*) from job where completed_at is null");
    }

    private int lost(JobStory job) {
        ChaosCall look = ChaosCall.get("/v1/jobs/" + job.id(), found -> {});
        // Of hundreds of looks each is answered at once; only one at a process that is gone has to be made again.
        ChaosCall.Answer answer = Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(() -> fleet.any().flatMap(look::send), Optional::isPresent)
                .orElseThrow();
        if (answer.isOkay()) {
            job.closes(answer.body(), fleet.effects());
        }
        return answer.isOkay() ? 0 : 1;
    }

    /** A client that breaks has found something, and must not stop in silence. */
    private void step(ChaosClient client) {
        try {
            client.step();
        } catch (RuntimeException broken) {
            complaints.add("a client broke: " + broken);
        }
    }
}
