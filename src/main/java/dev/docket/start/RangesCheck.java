package dev.docket.start;

import dev.docket.store.Leases;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.SmallRyeConfig;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Refuses numbers and times that could only go wrong later, in a job, a claim or the housekeeping, where nobody would
 * think of the setting. Those of other services, of the fetching of documents and of the time limits are checked where
 * they are read.
 */
public final class RangesCheck implements StartupCheck {
    /** More than anybody means; the times of the database end not far beyond. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private static final Duration INSTANT = Duration.ofMillis(1);
    private static final int BEATS_A_LEASE = 3;

    /** The least that a key may be. */
    static final Map<String, Duration> SHORTEST = new TreeMap<>(Map.ofEntries(
            Map.entry("docket.auth.cache-ttl", Duration.ZERO),
            Map.entry("docket.auth.lookup-timeout", INSTANT),
            Map.entry("docket.bulk-cancel.patience", Duration.ZERO),
            Map.entry("docket.bulk-cancel.poll", Duration.ofSeconds(1)),
            Map.entry("docket.db.connection-wait", INSTANT),
            Map.entry("docket.db.idle-in-transaction-timeout", Duration.ZERO),
            Map.entry("docket.db.lock-timeout", Duration.ZERO),
            Map.entry("docket.db.silence", Duration.ZERO),
            Map.entry("docket.db.start-wait", Duration.ZERO),
            Map.entry("docket.db.statement-timeout", Duration.ZERO),
            Map.entry("docket.direct.lifetime", Duration.ofMinutes(1)),
            Map.entry("docket.direct.patience", Duration.ZERO),
            Map.entry("docket.edit.template-wait", INSTANT),
            Map.entry("docket.executor.drain", Duration.ZERO),
            Map.entry("docket.executor.notify-pause", Duration.ZERO),
            Map.entry("docket.executor.poll", Duration.ofSeconds(1)),
            Map.entry("docket.jobs.grace", Duration.ZERO),
            Map.entry("docket.jobs.idempotency-key-lifetime", Duration.ZERO),
            Map.entry("docket.jobs.lifetime", Duration.ofMinutes(1)),
            Map.entry("docket.jobs.patience", Duration.ZERO),
            Map.entry("docket.leases.heartbeat", Duration.ofMillis(100)),
            Map.entry("docket.leases.lease", Duration.ofMillis(300)),
            Map.entry("docket.limits.body-timeout", INSTANT),
            Map.entry("docket.limits.body-wait", Duration.ZERO),
            Map.entry("docket.list.patience", Duration.ZERO),
            Map.entry("docket.listener.connect-timeout", INSTANT),
            Map.entry("docket.listener.sign-of-life", Duration.ofMillis(100)),
            Map.entry("docket.local.time-limit", INSTANT)));

    /** The same of numbers. */
    static final Map<String, Integer> FEWEST = new TreeMap<>(Map.ofEntries(
            Map.entry("docket.auth.cache-size", 0),
            Map.entry("docket.bulk-cancel.batch", 1),
            Map.entry("docket.bulk-cancel.running-per-organization", 1),
            Map.entry("docket.db.connections", 1),
            Map.entry("docket.db.reserved-connections", 2),
            Map.entry("docket.executor.light-runs", 1),
            Map.entry("docket.jobs.attempts", 1),
            Map.entry("docket.limits.queued-per-organization", 0),
            Map.entry("docket.limits.running-per-endpoint", 0),
            Map.entry("docket.limits.running-per-organization", 0),
            Map.entry("docket.list.rows", 1),
            Map.entry("docket.local.threads", 1),
            Map.entry("docket.maintenance.batch", 1),
            Map.entry("docket.maintenance.batches-in-a-row", 1),
            Map.entry("docket.projects.per-organization", 0),
            Map.entry("docket.templates.max-fields", 0),
            Map.entry("docket.templates.per-organization", 0)));

    /** The same of sizes, in bytes. Those of documents that are fetched follow from that of a body, and would be blamed. */
    static final Map<String, Integer> SMALLEST = new TreeMap<>(Map.ofEntries(
            Map.entry("docket.executor.request-memory", 0),
            Map.entry("docket.limits.body-bytes", 1),
            Map.entry("docket.limits.body-memory", 1),
            Map.entry("docket.limits.page-bytes", 0),
            Map.entry("docket.local.max-document", 1),
            Map.entry("docket.local.max-text", 1),
            Map.entry("docket.local.max-unpacked", 1),
            Map.entry("docket.templates.max-document", 0)));

    @Override
    public void check(SmallRyeConfig settings) {
        SHORTEST.forEach((key, least) -> duration(settings, key).ifPresent(time -> {
            if (time.compareTo(least) < 0 || time.compareTo(LONGEST) > 0) {
                throw refused(settings, key, "it must be from " + seconds(least) + " to " + LONGEST.toDays() + "D");
            }
        }));
        FEWEST.forEach(
                (key, least) -> number(settings, key).ifPresent(count -> checkLeast(settings, key, count, least)));
        SMALLEST.forEach((key, least) ->
                size(settings, key).ifPresent(size -> checkLeast(settings, key, size.asLongValue(), least)));
        checkLease(settings);
    }

    private static void checkLeast(SmallRyeConfig settings, String key, long number, int least) {
        if (number < least) {
            throw refused(settings, key, "it must be " + least + " or more");
        }
    }

    /** One lost heartbeat, or two, must not cost a run. */
    private static void checkLease(SmallRyeConfig settings) {
        Duration beat = ofLeases(settings, "docket.leases.heartbeat");
        Duration lease = ofLeases(settings, "docket.leases.lease");
        if (lease.compareTo(beat.multipliedBy(BEATS_A_LEASE)) < 0) {
            throw new StartRefused("DOCKET_LEASES_LEASE is " + seconds(lease) + " and DOCKET_LEASES_HEARTBEAT "
                    + seconds(beat) + ": a lease must last for three heartbeats at least.");
        }
    }

    /** What is set, or else the default that the mapping has. */
    private static Duration ofLeases(SmallRyeConfig settings, String key) {
        return duration(settings, key).orElseGet(() -> {
            String preset =
                    ConfigClass.configClass(Leases.class).getProperties().get(key);
            return settings.convert(preset, Duration.class);
        });
    }

    private static Optional<Duration> duration(SmallRyeConfig settings, String key) {
        return value(settings, key, Duration.class, "it must be a time such as 5S, 2M, 24H or 7D");
    }

    private static Optional<Long> number(SmallRyeConfig settings, String key) {
        return value(settings, key, Long.class, "it must be a whole number");
    }

    private static Optional<MemorySize> size(SmallRyeConfig settings, String key) {
        return value(settings, key, MemorySize.class, "it must be a size such as 512K, 32M or 1G");
    }

    private static <T> Optional<T> value(SmallRyeConfig settings, String key, Class<T> type, String what) {
        try {
            return settings.getOptionalValue(key, type);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException unreadable) {
            throw refused(settings, key, what);
        }
    }

    private static StartRefused refused(SmallRyeConfig settings, String key, String what) {
        String value = settings.getOptionalValue(key, String.class).orElse("");
        return new StartRefused(KnownSettings.variable(key) + " is '" + OneLine.of(value) + "': " + what + ".");
    }

    private static String seconds(Duration time) {
        long millis = time.toMillis();
        return (millis % 1000 == 0 ? "" + millis / 1000 : "" + millis / 1000.0) + "S";
    }
}
