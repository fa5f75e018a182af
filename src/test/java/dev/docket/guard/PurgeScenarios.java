package dev.docket.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.functional.start.FilledOrganization;
import dev.docket.race.Race;
import dev.docket.race.Scene;
import dev.docket.race.Session;
import dev.docket.start.Commands;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** What a purge of one of two organizations takes and leaves, which have the same ids of everything. */
final class PurgeScenarios {
    private static final String GONE = "org_gone";
    private static final String KEPT = "org_kept";

    /** Emptied whole, so that rows lie in the order in which they come. */
    private static final String EMPTY = """
            truncate edit_template, project, idempotency_key, body;
            delete from api_key;
            delete from organization where id in ('org_gone', 'org_kept');
            """;

    /** Keys and jobs whose values a purge might change without deleting them. */
    private static final String UNCHANGED = """
            select (select count(*) from api_key where organization_id = 'org_kept' and revoked_at is null)
                || ' ' || (select count(*) from job where organization_id = 'org_kept' and owner is not null)
            """;

    /** Statements of a purge that finds all in its first pass: each kind in full batches, and one that is empty. */
    private static final String BATCHES = """
            with days as (
                select count(*) as n from pg_inherits where inhparent = 'body'::regclass
            ),
            pieces as (
                select sum(ceil(b.n / 100.0)) as n
                from (select count(*) as n from body where organization_id = 'org_gone' group by bucket) b
            )
            select (
                -- Two settings, the keys twice and the organization, and those who are told.
                6
                -- Per pass: which days there are, and an empty batch of each of six kinds and of each day.
                + 2 * (1 + 6 + days.n)
                -- 1200 jobs, 2 bulk cancels, 2100 outcomes, 2100 keys, 30 templates, 103 projects.
                + 3 + 1 + 3 + 3 + 2 + 2
                + pieces.n)::int
            from days, pieces
            """;

    /** The same pieces in another bucket and of another claim, and the same jobs in another bulk cancel. */
    private static final String LIE_OTHERWISE = """
            update job set last_failure_code = 'x'
            where organization_id = 'org_gone' and id < 'job_000000000000000000700';
            update body set bytes = '[]' where organization_id = 'org_gone' and job_id < 'job_000000000000000000002';
            insert into body (bucket, organization_id, job_id, claim, chunk, bytes)
            select b.bucket + c.days, b.organization_id, b.job_id, b.claim + c.claims, b.chunk, b.bytes
            from body b
            cross join (values (1, 0), (0, 1)) as c (days, claims)
            where b.organization_id = 'org_gone' and b.claim = 5;
            update bulk_cancel_job set bulk_id = 'bulk_0' where organization_id = 'org_gone' and job_id > 'job_5';
            insert into bulk_cancel_job (organization_id, bulk_id, job_id, outcome, n)
            select 'org_gone', 'bulk_2', 'job_' || i, 'not_found', i from generate_series(1, 600) i;
            update idempotency_key set body_hash = '\\x01' where organization_id = 'org_gone' and key < 'key-3';
            update edit_template set name = 'U' where organization_id = 'org_gone' and id < 'tpl_2';
            update project set name = 'Q' where organization_id = 'org_gone' and id < 'proj_3';
            """;

    private static final String TORN = """
            select count(*)
            from (select id from job where organization_id = 'org_gone') j
            full join (select id from job_facts where organization_id = 'org_gone') f on f.id = j.id
            where j.id is null
               or f.id is null
            """;

    /** Two settings, the keys, two batches of bulk cancels and three of outcomes, one of jobs, and who is told of it. */
    private static final int SECOND_BATCH = 10;

    private static final String CUT = "the connection is cut";

    private PurgeScenarios() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario("a purge takes all of one organization and nothing of another", PurgeScenarios::purge),
                new Scenario("a purge goes in order, a batch at a time", PurgeScenarios::batches),
                new Scenario("a purge that is cut short leaves the rest as it was", PurgeScenarios::cutShort),
                new Scenario("a purge tells of the runs that it ends, and of no others", PurgeScenarios::tells),
                new Scenario("contents are shown of one organization", PurgeScenarios::contents));
    }

    private static void purge(Race race) {
        Map<String, Integer> before = fill(race);

        with(race, connection -> Commands.purge(connection, GONE));

        assertThat(FilledOrganization.rows(race.stage().address(), GONE))
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isZero());
        assertThat(FilledOrganization.rows(race.stage().address(), KEPT)).isEqualTo(before);
        assertThat(race.stage().ask(UNCHANGED)).isEqualTo("1 3");
    }

    /** However the rows lie in the table: the first of each kind behind the others. */
    private static void batches(Race race) {
        fill(race);
        race.stage().change(LIE_OTHERWISE);
        int batches = Integer.parseInt(race.stage().ask(BATCHES));

        with(race, connection -> {
            set(connection, "set enable_indexscan = off");
            set(connection, "set enable_indexonlyscan = off");
            race.countAnew();
            Commands.purge(connection, GONE);
            assertThat(race.sent()).isEqualTo(batches);
        });
    }

    /** The keys are none any more, and keep the time of that. */
    private static void cutShort(Race race) {
        fill(race);
        race.stage()
                .change("update api_key set revoked_at = timestamptz '2020-01-01' where organization_id = 'org_gone'");

        with(
                race,
                connection -> assertThatThrownBy(() -> Commands.purge(until(connection, SECOND_BATCH), GONE))
                        .hasRootCauseMessage(CUT));

        assertThat(race.stage().ask("select count(*) from job where organization_id = 'org_gone'"))
                .isEqualTo("700");
        assertThat(race.stage().ask(TORN)).isEqualTo("0");
        assertThat(race.stage()
                        .ask("select extract(year from revoked_at) from api_key where organization_id = 'org_gone'"))
                .isEqualTo("2020");
    }

    private static void tells(Race race) {
        fill(race);
        // One that runs is not the first, so that its claim has to be found among those of others.
        race.stage()
                .change(
                        "update job set id = 'job_00000000000000000020x' where organization_id = 'org_gone' and id = 'job_000000000000000000001'");
        with(race, connection -> {
            try (Connection listening = race.stage().address().connect()) {
                set(listening, "listen docket_cancelled");
                Commands.purge(connection, GONE);
                PGNotification[] heard = listening.unwrap(PGConnection.class).getNotifications(10_000);
                assertThat(heard).hasSize(1);
                assertThat(heard[0].getParameter().lines().skip(1))
                        .hasSize(FilledOrganization.RUNNING)
                        .allMatch(line -> line.startsWith(GONE + "\t") && line.endsWith("\t7"));
            }
        });
    }

    private static void contents(Race race) {
        fill(race);
        race.stage().change("update api_key set revoked_at = now() where organization_id = 'org_gone'");
        race.stage().change("update organization set created_at = now() - interval '1 day' where id = 'org_kept'");
        with(race, connection -> {
            assertThat(Commands.contents(connection, KEPT))
                    .containsEntry("live jobs", 600L)
                    .containsEntry("finished jobs", 600L)
                    .containsEntry("idempotency keys", 2_100L)
                    .containsEntry("bulk cancels", 2L)
                    .containsEntry("templates", 30L)
                    .containsEntry("projects", 103L)
                    .containsEntry("keys", 1L);
            assertThat(Commands.contents(connection, KEPT).get("bytes of bodies"))
                    .isEqualTo(Long.parseLong(race.stage()
                            .ask("select sum(octet_length(bytes)) from body where organization_id = 'org_kept'")));
            assertThat(Commands.exists(connection, KEPT)).isTrue();
            assertThat(Commands.exists(connection, "org_nobody")).isFalse();
            assertThat(Commands.all(connection).stream().map(line -> line.replaceAll("\t.*\t", " ")))
                    .containsSubsequence(KEPT + " 1", GONE + " 0");
        });
    }

    /** How many rows of each kind the one has that stays. */
    private static Map<String, Integer> fill(Race race) {
        race.set(Scene.QUEUED);
        race.stage().change(EMPTY);
        FilledOrganization.make(race.stage().address(), GONE);
        FilledOrganization.make(race.stage().address(), KEPT);
        return FilledOrganization.rows(race.stage().address(), KEPT);
    }

    private interface Deed {
        void by(Connection connection) throws SQLException;
    }

    private static void with(Race race, Deed deed) {
        try (Connection connection = race.command()) {
            deed.by(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The connection, which breaks after so many statements. */
    private static Connection until(Connection connection, int statements) {
        AtomicInteger sent = new AtomicInteger();
        return (Connection) Proxy.newProxyInstance(
                PurgeScenarios.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement") && sent.incrementAndGet() > statements) {
                        throw new SQLException(CUT, "08006");
                    }
                    return Session.passedOn(connection, method, arguments);
                });
    }

    private static void set(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(setting);
        }
    }
}
