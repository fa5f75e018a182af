package dev.docket.endpoint.local;

import dev.docket.endpoint.Assignment;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Processor;
import dev.docket.endpoint.Work;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;

/** Reads documents in this process, with libraries alone and no network. */
@Singleton
public class LocalProcessor implements Processor {
    private final LocalWorkers workers;
    private final Map<Endpoint, LocalCall> calls = new EnumMap<>(Endpoint.class);

    @Inject
    LocalProcessor(LocalWorkers workers, @Any Instance<LocalCall> calls) {
        this(workers, (Iterable<LocalCall>) calls);
    }

    /** Serves the endpoints of the calls given. */
    public LocalProcessor(LocalWorkers workers, Iterable<LocalCall> calls) {
        this.workers = workers;
        calls.forEach(call -> this.calls.put(call.endpoint(), call));
    }

    @Override
    public String name() {
        return "local";
    }

    @Override
    public boolean serves(Endpoint endpoint) {
        return calls.containsKey(endpoint);
    }

    @Override
    public int concurrency() {
        return workers.threads();
    }

    @Override
    public boolean readsTemplates() {
        return true;
    }

    @Override
    public Work start(Assignment assignment) {
        LocalCall call = calls.get(assignment.endpoint());
        return workers.start(assignment, () -> call.answer(assignment));
    }
}
