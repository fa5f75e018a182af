package dev.docket.maintenance;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

/**
 * Begins nothing by the clock any more once the process is told to stop: other processes look after the jobs, and what
 * is begun while the beans go finds nobody to do it.
 */
@Singleton
class RestAtShutdown {
    private final Scheduler scheduler;

    RestAtShutdown(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void rest(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
        if (scheduler.isStarted()) {
            scheduler.pause();
        }
    }
}
