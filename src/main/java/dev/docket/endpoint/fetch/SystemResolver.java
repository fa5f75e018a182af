package dev.docket.endpoint.fetch;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Asks the system, as every other program on the machine does. The system may take its time over a name whose servers do
 * not answer, so these threads are no one else's, and more than there are likely to be names to ask for.
 */
@Singleton
class SystemResolver implements ResolveHost {
    private static final int THREADS = 64;

    private final WorkerExecutor threads;

    SystemResolver(Vertx vertx) {
        this.threads = vertx.createSharedWorkerExecutor("docket-names", THREADS);
    }

    @Override
    public CompletionStage<List<InetAddress>> addresses(String host) {
        return threads.executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false)
                .toCompletionStage();
    }

    @PreDestroy
    void close() {
        threads.close();
    }
}
