package dev.docket.chaos;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** Hands calls to the processes in service in turn, as what stands before them in an installation does. */
final class Rotation {
    private final List<Place> places = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    void add(ServiceProcess process) {
        places.add(new Place(process));
    }

    /** Sends it nothing more and comes back once it has answered what it had. */
    void remove(ServiceProcess process) {
        Place place = places.stream()
                .filter(one -> one.process == process)
                .findFirst()
                .orElseThrow();
        places.remove(place);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> place.calls.get() == 0);
    }

    HttpResponse<String> call(Function<ServiceProcess, HttpResponse<String>> call) {
        Place place = take();
        try {
            return call.apply(place.process);
        } finally {
            place.calls.decrementAndGet();
        }
    }

    private Place take() {
        while (true) {
            List<Place> now = List.copyOf(places);
            Place place = now.get(Math.floorMod(turn.getAndIncrement(), now.size()));
            place.calls.incrementAndGet();
            // It may have been taken out meanwhile, and then nobody waits for this call.
            if (places.contains(place)) {
                return place;
            }
            place.calls.decrementAndGet();
        }
    }

    private static final class Place {
        private final ServiceProcess process;
        private final AtomicInteger calls = new AtomicInteger();

        Place(ServiceProcess process) {
            this.process = process;
        }
    }
}
