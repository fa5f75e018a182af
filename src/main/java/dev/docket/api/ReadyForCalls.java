package dev.docket.api;

import dev.docket.job.JobId;
import dev.docket.store.CreateJob;
import dev.docket.store.FindJob;
import dev.docket.store.FindJobs;
import dev.docket.tenant.Authenticator;
import dev.docket.tenant.KeyMaterial;
import dev.docket.tenant.OrganizationLimits;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once every kind of statement that a first call needs has been run here, for an organization that there is not:
 * what is loaded and planned at their first use would else outlast the patience of a caller on a busy machine.
 */
@Readiness
@Singleton
class ReadyForCalls implements AsyncHealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** No organization has an empty name. */
    private static final String NOBODY = "";

    private final ApiRole role;
    private final Authenticator authenticator;
    private final OrganizationLimits limits;
    private final CreateJob createJob;
    private final FindJob findJob;
    private final FindJobs findJobs;
    private volatile boolean rehearsed;

    ReadyForCalls(
            ApiRole role,
            Authenticator authenticator,
            OrganizationLimits limits,
            CreateJob createJob,
            FindJob findJob,
            FindJobs findJobs) {
        this.role = role;
        this.authenticator = authenticator;
        this.limits = limits;
        this.createJob = createJob;
        this.findJob = findJob;
        this.findJobs = findJobs;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        if (rehearsed || !role.isPlayed()) {
            return Uni.createFrom().item(answer(true));
        }
        return rehearse()
                .invoke(() -> rehearsed = true)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(done -> answer(true))
                .onFailure()
                .recoverWithItem(() -> answer(false));
    }

    /** One after the other: sessions of one context must not be two at once. */
    private Uni<Void> rehearse() {
        ListQuery first = ListQuery.read(MultiMap.caseInsensitiveMultiMap());
        return authenticator
                .authenticate(KeyMaterial.fresh().text())
                .chain(() -> limits.of(NOBODY))
                .chain(createJob::rehearse)
                .chain(() -> findJob.byId(NOBODY, JobId.fresh()))
                .chain(() -> findJobs.page(NOBODY, first.filter(), first.page()))
                .replaceWithVoid();
    }

    private static HealthCheckResponse answer(boolean ready) {
        return HealthCheckResponse.named("first calls").status(ready).build();
    }
}
