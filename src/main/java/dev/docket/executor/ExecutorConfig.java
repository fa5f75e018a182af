package dev.docket.executor;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How this process runs jobs. */
@ConfigMapping(prefix = "docket.executor")
public interface ExecutorConfig {
    /**
     * How often the queue is looked at when no signal comes. At least a second. After ten looks that found nothing it is
     * looked at half as often, until there is something.
     */
    @WithDefault("1S")
    Duration poll();

    /** How long runs may go on after SIGTERM before they are stopped and handed back to the queue. */
    @WithDefault("20S")
    Duration drain();

    /**
     * The memory that the requests of runs may hold together, in bytes; what does not fit is read when others have
     * ended, but one is always read. Unset: a quarter of the heap.
     */
    Optional<MemorySize> requestMemory();

    /** The least time between two wake-up notifications to the other pods. */
    @WithDefault("0.02S")
    Duration notifyPause();

    /**
     * How many runs that no processor limits may be worked on at the same time: those that resolve a request, as by
     * fetching its documents, and those that fail at once. Of the first kind one organization has at most a quarter in
     * hand for one endpoint.
     */
    @WithDefault("32")
    int lightRuns();
}
