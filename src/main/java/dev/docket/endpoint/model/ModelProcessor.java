package dev.docket.endpoint.model;

import dev.docket.endpoint.Assignment;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Processor;
import dev.docket.endpoint.Work;
import dev.docket.endpoint.document.DocumentLimits;
import dev.docket.endpoint.document.PrivateTempFiles;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers with the help of one model service. */
final class ModelProcessor implements Processor {
    private final int concurrency;
    private final ModelConnections connections;
    private final ThreadPoolExecutor runs;
    private final ThreadPoolExecutor votes;
    private final Map<Endpoint, ModelCall> calls = new EnumMap<>(Endpoint.class);

    ModelProcessor(ModelService service, DocumentLimits limits, Vertx vertx, MeterRegistry registry) {
        PrivateTempFiles.use();
        ModelConfig config = service.config();
        concurrency = config.concurrency();
        connections = new ModelConnections(vertx, service);
        // A claim may come while a run that was aborted is still unwinding; those few wait here.
        runs = new ThreadPoolExecutor(
                concurrency,
                concurrency,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(concurrency),
                named("docket-model-"));
        runs.allowCoreThreadTimeOut(true);
        // As many as the runs have votes, and no run waits for another one's.
        votes = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), named("docket-vote-"));
        AskModel model = new AskModel(service, connections, registry);
        Desk desk = new Desk(
                config,
                new ReadMaterial(limits, config),
                model,
                new AskForJson(model, config.repairs()),
                new Votes(votes));
        List.of(
                        new ExtractByModel(desk),
                        new ClassifyByModel(desk),
                        new SplitByModel(desk),
                        new GenerateByModel(desk),
                        new ParseByModel(desk, limits))
                .forEach(call -> calls.put(call.endpoint(), call));
    }

    @Override
    public String name() {
        return ModelProcessors.NAME;
    }

    @Override
    public boolean serves(Endpoint endpoint) {
        return calls.containsKey(endpoint);
    }

    @Override
    public int concurrency() {
        return concurrency;
    }

    @Override
    public Work start(Assignment assignment) {
        ModelCall call = calls.get(assignment.endpoint());
        ModelWork work = new ModelWork(assignment, tokens -> call.answer(assignment.request(), tokens), runs);
        try {
            runs.execute(work);
        } catch (RejectedExecutionException full) {
            work.refuse();
        }
        return work;
    }

    void close() {
        runs.shutdownNow().forEach(waiting -> ((ModelWork) waiting).refuse());
        votes.shutdownNow();
        connections.close();
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
