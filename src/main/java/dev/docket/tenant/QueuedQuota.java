package dev.docket.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.docket.store.RunStatement;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Keeps one organization from filling the queue. The limit is soft, because an exact one would serialize the creates of
 * an organization: each process judges by a count that is up to a second old near the limit (above 80 % of it) and up
 * to fifteen seconds old below, plus its own creates since. So the limit may be passed by what the other processes
 * create within that age, and jobs that left the queue free their places as late as that.
 */
@Singleton
public class QueuedQuota {
    /** Bounded: it never reads more index entries than the limit and one. */
    private static final String COUNT = """
            select count(*) from (
              select 1 from job where organization_id = $1 and ready_pos is not null limit $2
            ) waiting""";

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final long NEAR = TimeUnit.SECONDS.toNanos(1);
    private static final long FAR = TimeUnit.SECONDS.toNanos(15);
    private static final double NEAR_FROM = 0.8;
    private static final int REMEMBERED = 10_000;

    private final OrganizationLimits limits;
    private final Pool pool;
    private final Cache<String, QueuedEstimate> estimates =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    QueuedQuota(OrganizationLimits limits, Pool pool) {
        this.limits = limits;
        this.pool = pool;
    }

    /**
     * Makes room for jobs about to be created. Call it on a Vert.x context.
     *
     * @return fails with {@link QuotaExceededException} when they do not fit
     */
    public Uni<Void> admit(String organization, int jobs) {
        return limits.of(organization).flatMap(own -> admit(organization, jobs, own.queued()));
    }

    private Uni<Void> admit(String organization, int jobs, int limit) {
        if (limit == 0) {
            return Uni.createFrom().voidItem();
        }
        QueuedEstimate estimate = estimates.get(organization, unused -> new QueuedEstimate());
        return freshen(organization, estimate, jobs, limit).invoke(() -> judge(estimate, jobs, limit));
    }

    private Uni<Void> freshen(String organization, QueuedEstimate estimate, int jobs, int limit) {
        long maxAge = estimate.total() + jobs > limit * NEAR_FROM ? NEAR : FAR;
        return estimate.claimCount(System.nanoTime(), maxAge)
                ? count(organization, estimate, limit)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> count(String organization, QueuedEstimate estimate, int limit) {
        long admittedBefore = estimate.admittedSoFar();
        return RunStatement.on(pool, COUNT, Tuple.of(organization, limit + 1L))
                .map(rows -> rows.iterator().next().getLong(0))
                .invoke(count -> estimate.take(count, admittedBefore, System.nanoTime()))
                .onFailure()
                .invoke(estimate::abandonCount)
                .onCancellation()
                .invoke(estimate::abandonCount)
                .replaceWithVoid();
    }

    private static void judge(QueuedEstimate estimate, int jobs, int limit) {
        if (!estimate.admit(jobs, limit)) {
            throw new QuotaExceededException(limit, RETRY_AFTER);
        }
    }
}
