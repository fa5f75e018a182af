package dev.docket.executor;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.Processor;
import dev.docket.executor.EndRun.PlaceFreed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Keeps jobs in the queue while the service that is to do them takes none: without it, a queue of any length would be
 * claimed and put aside again within seconds. Each process finds out by itself. Lives on the executor's loop.
 */
@Singleton
class Circuits {
    private static final Logger LOG = Logger.getLogger(Circuits.class);

    private final ExecutorLoop loop;
    private final Event<PlaceFreed> placeFreed;
    private final Map<Object, Circuit> circuits = new HashMap<>();
    private final Set<Object> away = ConcurrentHashMap.newKeySet();

    Circuits(ExecutorLoop loop, Event<PlaceFreed> placeFreed) {
        this.loop = loop;
        this.placeFreed = placeFreed;
    }

    /** How many of a processor's free places may be filled now. */
    int lets(Object place, int free) {
        Circuit circuit = circuits.get(place);
        return circuit == null ? free : circuit.lets(free, System.nanoTime());
    }

    /** Whether the service behind a processor took no work when it was last tried; from any thread. */
    boolean isAway(Processor place) {
        return away.contains(place);
    }

    void begun(Run run) {
        Circuit circuit = circuits.get(run.place());
        if (circuit != null && circuit.begun(run.ref(), System.nanoTime())) {
            loop.after(Circuit.TAKEN, () -> stillReads(run, circuit));
        }
    }

    /** The run has come to where it asks the service. */
    void asked(Run run) {
        run.asks();
        Circuit circuit = circuits.get(run.place());
        if (circuit != null && circuit.asked(run.ref(), System.nanoTime())) {
            loop.after(Circuit.TAKEN, () -> stillTries(run, circuit));
        }
    }

    private void stillReads(Run run, Circuit circuit) {
        if (circuits.get(run.place()) == circuit && circuit.isBeforeAsking(run.ref())) {
            circuit.left(run.ref());
            placeFreed.fire(new PlaceFreed(run.job().lane(), false));
        }
    }

    private void stillTries(Run run, Circuit circuit) {
        if (circuits.get(run.place()) == circuit && circuit.hasTaken(run.ref(), System.nanoTime())) {
            reached(run.place());
            placeFreed.fire(new PlaceFreed(run.job().lane(), false));
        }
    }

    void left(Run run) {
        Circuit circuit = circuits.get(run.place());
        if (circuit != null) {
            circuit.left(run.ref());
        }
    }

    /** What the run's answer says of the service. */
    void answered(Run run, Answer answer) {
        Reach reach = Reach.of(answer, run.hasAsked());
        if (reach == Reach.NOT_BEGUN) {
            unreached(run, circuits.computeIfAbsent(run.place(), place -> new Circuit()));
        } else if (reach == Reach.BEGUN && circuits.containsKey(run.place())) {
            reached(run.place());
        }
    }

    private void unreached(Run run, Circuit circuit) {
        boolean wasOpen = circuit.isOpen();
        Duration rest = circuit.unreached(run.ref(), System.nanoTime());
        if (rest == null) {
            return;
        }
        if (!wasOpen) {
            away.add(run.place());
            LOG.warnf("%s takes no work: its jobs wait, and one at a time tries it", name(run.place()));
        }
        loop.after(rest, () -> placeFreed.fire(new PlaceFreed(run.job().lane(), false)));
    }

    private void reached(Object place) {
        if (circuits.remove(place).isOpen()) {
            away.remove(place);
            LOG.infof("%s takes work again", name(place));
        }
    }

    private static String name(Object place) {
        return place instanceof Processor processor ? processor.name() : place.toString();
    }
}
