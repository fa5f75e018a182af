package dev.docket.executor;

import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Processor;
import dev.docket.endpoint.Processors;
import dev.docket.job.JobStatus;
import dev.docket.store.ClaimedJob;
import dev.docket.store.Lane;
import dev.docket.store.RunRef;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The runs in hand, and the places they take. Lives on the executor's loop. */
@Singleton
class Runs {
    /** The place of a run that no processor works on: a failure at once. */
    private static final Object LIGHT = "light";

    /** The place of a run that resolves a request; bounded by lane, so that one lane's slow documents are its own. */
    private static final Object RESOLVING = "resolving";

    /** What part of those that are worked on at once a lane may have in hand. */
    private static final int LANE_SHARE = 4;

    private final Processors processors;
    private final ExecutorConfig config;
    private final Circuits circuits;
    private final Map<RunRef, Run> inHand = new HashMap<>();
    private final Map<Object, Integer> taken = new HashMap<>();
    private final Map<Lane, Integer> resolving = new HashMap<>();

    Runs(Processors processors, ExecutorConfig config, Circuits circuits) {
        this.processors = processors;
        this.config = config;
        this.circuits = circuits;
    }

    Run begin(ClaimedJob job, long claimSentAt) {
        Run run = new Run(job, placeOf(job), claimSentAt);
        inHand.put(run.ref(), run);
        taken.merge(run.place(), 1, Integer::sum);
        if (run.place() == RESOLVING) {
            resolving.merge(job.lane(), 1, Integer::sum);
        }
        circuits.begun(run);
        return run;
    }

    /** The run is over and its place is free. */
    void end(Run run) {
        if (inHand.remove(run.ref()) != null) {
            taken.merge(run.place(), -1, Integer::sum);
            circuits.left(run);
            if (run.place() == RESOLVING) {
                resolving.computeIfPresent(run.job().lane(), (lane, count) -> count == 1 ? null : count - 1);
            }
        }
    }

    Optional<Run> find(RunRef ref) {
        return Optional.ofNullable(inHand.get(ref));
    }

    List<Run> all() {
        return List.copyOf(inHand.values());
    }

    Collection<RunRef> refs() {
        return List.copyOf(inHand.keySet());
    }

    /** How many there are; from any thread. */
    int count() {
        return inHand.size();
    }

    /** How many the processors can work on at once; from any thread. */
    int places() {
        return processors.inUse().stream().mapToInt(Processor::concurrency).sum();
    }

    boolean isEmpty() {
        return inHand.isEmpty();
    }

    /** How many further runs can really be worked on now, by whose places they would take. */
    Map<Object, Integer> free() {
        Map<Object, Integer> free = new LinkedHashMap<>();
        free.put(LIGHT, config.lightRuns() - taken.getOrDefault(LIGHT, 0));
        for (Processor processor : processors.inUse()) {
            int places = processor.concurrency() - taken.getOrDefault(processor, 0);
            free.put(processor, circuits.lets(processor, places));
        }
        return free;
    }

    /**
     * Whether so many jobs of the lane may be taken beside its runs that resolve requests: it is not known of which kind
     * the next ones are, and those that resolve take no processor's place.
     */
    boolean allows(Lane lane, int jobs) {
        int inHand = resolving.getOrDefault(lane, 0);
        return inHand == 0 || inHand + jobs <= Math.max(1, config.lightRuns() / LANE_SHARE);
    }

    /** Whether there is a free place of any kind. */
    boolean hasRoom() {
        return free().values().stream().anyMatch(places -> places > 0);
    }

    /** Whose place a run of the lane takes. */
    Object placeOf(Lane lane) {
        return Endpoint.ofPath(lane.endpoint())
                .flatMap(processors::of)
                .<Object>map(Processor::place)
                .orElse(LIGHT);
    }

    private Object placeOf(ClaimedJob job) {
        return job.status() == JobStatus.VALIDATING ? RESOLVING : placeOf(job.lane());
    }
}
