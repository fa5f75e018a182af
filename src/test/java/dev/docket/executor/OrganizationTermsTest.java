package dev.docket.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.TestPostgres;
import dev.docket.start.DatabaseAddress;
import dev.docket.start.Migrations;
import dev.docket.tenant.LimitsOf;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often the terms of organizations are read, and who is served by it. */
class OrganizationTermsTest {
    private final Vertx vertx = Vertx.vertx();
    private final ExecutorLoop loop = new ExecutorLoop(vertx);
    private final AtomicInteger statements = new AtomicInteger();
    private final AtomicInteger served = new AtomicInteger();

    private DatabaseAddress address;
    private io.vertx.sqlclient.Pool pool;
    private OrganizationTerms terms;

    @BeforeEach
    void have_a_database_without_tables() {
        address = TestPostgres.empty();
        PgConnectOptions options = PgConnectOptions.fromUri(address.reactive().get("quarkus.datasource.reactive.url"))
                .setUser(address.username())
                .setPassword(address.password());
        pool = PgBuilder.pool().connectingTo(options).using(vertx).build();
        terms = new OrganizationTerms(loop, LimitsOf.over(Pool.newInstance(counted())), LimitsOf.defaults());
    }

    @AfterEach
    void close() {
        pool.close().toCompletionStage().toCompletableFuture().join();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void all_who_ask_at_the_same_time_are_served_by_one_statement() {
        Migrations.run(address);

        loop.execute(() -> {
            for (int i = 0; i < 50; i++) {
                terms.known(List.of("org_a"), served::incrementAndGet);
            }
        });

        await().until(() -> served.get() == 50);
        assertThat(statements).hasValue(1);
    }

    @Test
    void who_wants_more_than_is_being_read_waits_for_both_and_reads_only_the_rest() {
        Migrations.run(address);

        loop.execute(() -> {
            terms.known(List.of("org_a"), served::incrementAndGet);
            terms.known(List.of("org_a", "org_b"), served::incrementAndGet);
            terms.known(List.of("org_b"), served::incrementAndGet);
        });

        await().until(() -> served.get() == 3);
        assertThat(statements).hasValue(2);
    }

    @Test
    void what_is_known_is_believed_for_a_while() {
        Migrations.run(address);
        loop.execute(() -> terms.known(List.of("org_a"), served::incrementAndGet));
        await().until(() -> served.get() == 1);

        loop.execute(() -> terms.known(List.of("org_a"), served::incrementAndGet));

        await().until(() -> served.get() == 2);
        assertThat(statements).hasValue(1);
    }

    @Test
    void a_reading_that_fails_is_forgotten_and_the_next_caller_reads_again() {
        AtomicInteger later = new AtomicInteger();
        loop.execute(() -> {
            terms.known(List.of("org_a"), served::incrementAndGet);
            terms.known(List.of("org_a", "org_b"), served::incrementAndGet);
        });
        await().until(() -> statements.get() == 2);
        Migrations.run(address);

        await().until(() -> {
            loop.execute(() -> terms.known(List.of("org_a", "org_b"), later::incrementAndGet));
            return later.get() > 0;
        });

        assertThat(statements).hasValueGreaterThan(2);
        assertThat(served).as("who waited for what failed").hasValue(0);
    }

    /** The pool itself, with an eye on how often it is given a statement. */
    private io.vertx.sqlclient.Pool counted() {
        return (io.vertx.sqlclient.Pool) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {io.vertx.sqlclient.Pool.class}, (proxy, method, args) -> {
                    if (method.getName().equals("preparedQuery")) {
                        statements.incrementAndGet();
                    }
                    try {
                        return method.invoke(pool, args);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
