package dev.docket.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.race.Race;
import dev.docket.race.Scene;
import dev.docket.race.Stage;
import dev.docket.race.Store;
import dev.docket.store.DeleteBulkCancels;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Which bulk cancels and which of their outcomes are deleted when they are old. */
final class BulkDeletionScenarios {
    private static final Duration KEPT = Duration.ofDays(1);

    /** Two have one job each, the oldest three; the jobs of all have the same names. */
    private static final String OUTCOMES = """
            insert into bulk_cancel_job (organization_id, bulk_id, job_id, outcome, n)
            select b.organization_id, b.id, 'job_' || n, 'error', n
            from bulk_cancel b
            cross join generate_series(1, case when b.created_at = (select min(created_at) from bulk_cancel) then 3
                                               else 1 end) n;
            """;

    private static final String LEFT = """
            select coalesce(string_agg(concat_ws(' ', organization_id, %s), ', ' order by organization_id, %s), '')
            from %s
            """;

    private BulkDeletionScenarios() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario("outcomes of the oldest bulk cancel are deleted first", BulkDeletionScenarios::outcomes),
                new Scenario("outcomes that somebody writes are passed over", BulkDeletionScenarios::heldOutcome),
                new Scenario("the oldest bulk cancels are deleted first", BulkDeletionScenarios::bulkCancels),
                new Scenario("a bulk cancel with outcomes is not deleted", BulkDeletionScenarios::withOutcomes),
                new Scenario("a bulk cancel that somebody writes is passed over", BulkDeletionScenarios::heldBulk));
    }

    /** However the rows lie in the table. */
    private static void outcomes(Race race) {
        for (boolean ours : new boolean[] {true, false}) {
            age(race, ours);
            race.stage().change(OUTCOMES);
            String oldest = ours ? "org_m" : "org_a";

            race.unordered(() -> {
                assertThat(race.count(store -> outcomes(store, 1, 3))).isZero();
                assertThat(race.count(store -> outcomes(store, 1, 0))).isEqualTo(1);
            });
            assertThat(race.stage()
                            .ask("select count(*) from bulk_cancel_job where bulk_id = 'bcan_m'"
                                    + " and organization_id = '%s'".formatted(oldest)))
                    .isEqualTo("2");
            assertThat(race.stage().ask("select count(*) from bulk_cancel_job")).isEqualTo("6");

            assertThat(race.count(store -> outcomes(store, 10, 0))).isEqualTo(3);
            assertThat(left(race, "bulk_id", "bulk_cancel_job")).isEqualTo("org_m bcan_a, org_m bcan_z, org_z bcan_m");
        }
    }

    private static void heldOutcome(Race race) {
        age(race, true);
        race.stage().change(OUTCOMES);

        assertThat(passingOver(race, "bulk_cancel_job", BulkDeletionScenarios::outcomes))
                .isEqualTo(1);
    }

    /** However the rows lie in the table. */
    private static void bulkCancels(Race race) {
        for (boolean ours : new boolean[] {true, false}) {
            for (int skip : new int[] {0, 1}) {
                age(race, ours);

                race.unordered(() -> assertThat(race.count(store -> bulkCancels(store, 1, skip)))
                        .isEqualTo(1));

                assertThat(left(race, "id", "bulk_cancel"))
                        .isEqualTo(
                                ours == (skip == 0)
                                        ? "org_a bcan_m, org_m bcan_a, org_m bcan_z, org_z bcan_m"
                                        : "org_m bcan_a, org_m bcan_m, org_m bcan_z, org_z bcan_m");
            }
        }
        race.set(Scene.QUEUED);
        race.stage()
                .change(
                        "update bulk_cancel set created_at = now() - interval '2 days' where organization_id = 'org_m'");
        race.stage().change("update bulk_cancel set created_at = now() - interval '3 days' where " + Stage.OUR_BULK);
        assertThat(race.count(store -> bulkCancels(store, 1, 0))).isEqualTo(1);
        assertThat(left(race, "id", "bulk_cancel")).isEqualTo("org_a bcan_m, org_m bcan_a, org_m bcan_z, org_z bcan_m");
    }

    private static void withOutcomes(Race race) {
        age(race, true);
        race.stage().change("""
                insert into bulk_cancel_job (organization_id, bulk_id, job_id, outcome, n)
                values ('org_a', 'bcan_m', 'job_1', 'error', 1), ('org_m', 'bcan_a', 'job_1', 'error', 1);
                """);

        assertThat(race.count(store -> bulkCancels(store, 10, 0))).isEqualTo(1);

        assertThat(left(race, "id", "bulk_cancel")).isEqualTo("org_a bcan_m, org_m bcan_a, org_m bcan_z, org_z bcan_m");
    }

    private static void heldBulk(Race race) {
        age(race, true);

        assertThat(passingOver(race, "bulk_cancel", BulkDeletionScenarios::bulkCancels))
                .isEqualTo(1);
    }

    /** Our bulk cancel and its twin in the organization before are old enough, in one order or the other. */
    private static void age(Race race, boolean oursFirst) {
        race.set(Scene.QUEUED);
        String old = "update bulk_cancel set created_at = now() - interval '%d days' where organization_id = '%s'"
                + " and id = 'bcan_m'";
        race.stage().change(old.formatted(oursFirst ? 3 : 2, "org_m"));
        race.stage().change(old.formatted(oursFirst ? 2 : 3, "org_a"));
    }

    private interface Deletion {
        Uni<Integer> run(Store store, int limit, int skip);
    }

    /** How many are deleted while those of our bulk cancel are held. */
    private static int passingOver(Race race, String table, Deletion deletion) {
        List<CompletableFuture<?>> calls = List.of();
        try {
            race.hold(store -> store.get(Pool.class)
                    .query("select from " + table + " where organization_id = 'org_m' for update")
                    .execute());
            CompletableFuture<Integer> call = race.start(0, store -> deletion.run(store, 10, 0));
            calls = List.of(call);
            race.awaitAnswerOrWait(0, call);
            assertThat(call).as("does not wait").isDone();
            return Race.join(call);
        } finally {
            race.clear(calls);
        }
    }

    private static Uni<Integer> outcomes(Store store, int limit, int skip) {
        return store.get(DeleteBulkCancels.class).outcomes(limit, skip, KEPT);
    }

    private static Uni<Integer> bulkCancels(Store store, int limit, int skip) {
        return store.get(DeleteBulkCancels.class).bulkCancels(limit, skip, KEPT);
    }

    private static String left(Race race, String id, String table) {
        return race.stage().ask(LEFT.formatted(id, id, table));
    }
}
