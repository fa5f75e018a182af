package dev.docket.race;

import dev.docket.store.JobsConfig;
import dev.docket.store.ListConfig;
import dev.docket.store.Replica;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.lang.reflect.Constructor;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The store's classes over one session, each built as the container would build it. */
public final class Store {
    private final Map<Class<?>, Object> made = new HashMap<>();

    Store(Session session) {
        made.put(Vertx.class, session.vertx());
        made.put(Pool.class, session.pool());
        made.put(Replica.class, Replica.none());
        made.put(JobsConfig.class, new Defaults());
        made.put(ListConfig.class, new ListDefaults());
    }

    /** Lets this stand where the classes ask for the type. */
    public <T> void put(Class<T> type, T instance) {
        made.put(type, instance);
    }

    public <T> T get(Class<T> type) {
        Object known = made.get(type);
        if (known == null) {
            known = make(type);
            made.put(type, known);
        }
        return type.cast(known);
    }

    /** One that knows of nothing that happened before. */
    public <T> T fresh(Class<T> type) {
        return type.cast(make(type));
    }

    private static final class Defaults implements JobsConfig {
        @Override
        public Duration lifetime() {
            return Duration.ofDays(7);
        }

        @Override
        public Duration grace() {
            return Duration.ofDays(1);
        }

        @Override
        public int attempts() {
            return 3;
        }

        @Override
        public Duration patience() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration idempotencyKeyLifetime() {
            return Duration.ofDays(1);
        }
    }

    private static final class ListDefaults implements ListConfig {
        @Override
        public int rows() {
            return 10_000;
        }

        @Override
        public Duration patience() {
            return Duration.ZERO;
        }
    }

    private Object make(Class<?> type) {
        try {
            Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                    .filter(candidate -> candidate.getParameterCount() > 0)
                    .findFirst()
                    .orElseGet(() -> type.getDeclaredConstructors()[0]);
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(constructor.getParameterTypes())
                    .map(this::get)
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
