package dev.docket.race;

import dev.docket.TestPostgres;
import dev.docket.job.BulkCancelId;
import dev.docket.job.JobId;
import dev.docket.start.DatabaseAddress;
import dev.docket.start.Migrations;
import dev.docket.store.BulkRef;
import dev.docket.store.RunRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A database of its own with one job in it that is raced for, and four others that nobody may touch: the same id in an
 * organization before and one after, and two jobs of the same organization with ids before and after and another
 * endpoint.
 */
public final class Stage implements AutoCloseable {
    public static final String OWNER = "exec_of_the_race";
    public static final String ORGANIZATION = "org_m";
    public static final String ENDPOINT = "/v1/documents/parse";
    public static final JobId JOB = id("m");

    /** Every job has once been run before, so that each scene has an earlier claim to be fenced off. */
    public static final int CLAIM = 1;

    public static final RunRef RUN = new RunRef(ORGANIZATION, JOB, CLAIM);

    public static final List<RunRef> BYSTANDERS = List.of(
            new RunRef("org_a", JOB, CLAIM),
            new RunRef("org_z", JOB, CLAIM),
            new RunRef(ORGANIZATION, id("a"), CLAIM),
            new RunRef(ORGANIZATION, id("z"), CLAIM));

    /** Emptied whole and never looked after, so that statements are planned the same every time. */
    private static final String CLEAR = """
            truncate job, job_facts, bulk_cancel, bulk_cancel_job;
            delete from idempotency_key;
            delete from body;
            """;

    private static final String BORN = """
            insert into job (organization_id, id, endpoint, status, validated, created_at, expires_at, ready_pos, claim,
                             attempts_left, attempt_count, request_bucket, request_bytes)
            select 'org_m', '%1$s', '/v1/documents/parse', 'queued', true, now() - interval '1 hour',
                   now() + interval '7 days', nextval('job_ready_pos'), 1, 2, 1, body_bucket(), 2;
            insert into job (organization_id, id, endpoint, status, validated, created_at, expires_at, ready_pos, claim,
                             attempts_left, attempt_count, request_bucket, request_bytes)
            select o.organization_id, o.id, o.endpoint, 'queued', true, now() - interval '1 hour',
                   now() + interval '7 days', nextval('job_ready_pos'), 1, 2, 1, body_bucket(), 2
            from (values ('org_a', '%1$s', '/v1/documents/parse'), ('org_z', '%1$s', '/v1/documents/parse'),
                         ('org_m', '%2$s', '/v1/documents/split'), ('org_m', '%3$s', '/v1/documents/split'))
                as o (organization_id, id, endpoint);
            """.formatted(JOB, id("a"), id("z"));

    /** What bulk cancels give as their reason. */
    public static final String REASON = "all of them";

    /** A bulk cancel of that job alone; the other four jobs have one each as well. */
    public static final BulkRef BULK = new BulkRef(ORGANIZATION, new BulkCancelId("bcan_m"));

    public static final String OUR_BULK = "organization_id = 'org_m' and id = '" + BULK.id() + "'";

    /** The condition that finds the job that is raced for. */
    public static final String OURS = "organization_id = 'org_m' and id = '" + JOB + "'";

    private static final String COMPANY = """
            insert into job_facts (organization_id, id, seq, created_at, endpoint, expires_at, request_bucket, metadata)
            select organization_id, id, seq, created_at, endpoint, expires_at, request_bucket,
                   '{"of":"' || organization_id || ' ' || id || '"}'
            from job;
            insert into body (bucket, organization_id, job_id, claim, chunk, bytes)
            select request_bucket, organization_id, id, 0, 0, '{}'
            from job;
            insert into body (bucket, organization_id, job_id, claim, chunk, bytes)
            select response_bucket, organization_id, id, claim, 0, '[]'
            from job
            where response_status is not null;
            insert into bulk_cancel (organization_id, id, created_at, reason, only_if_queued, ids, upto, due_at)
            select o.organization_id, o.id, now() - interval '1 minute', '%5$s', false, array[o.job_id], 1, now()
            from (values ('org_a', '%4$s', '%1$s'), ('org_m', '%4$s', '%1$s'), ('org_z', '%4$s', '%1$s'),
                         ('org_m', 'bcan_a', '%2$s'), ('org_m', 'bcan_z', '%3$s')) as o (organization_id, id, job_id);
            """.formatted(JOB, id("a"), id("z"), BULK.id(), REASON);

    private static final String ROW = """
            select concat_ws(' ',
                j.status,
                '#' || j.claim || case when j.generation > 0 then '/' || j.generation else '' end,
                case when j.completed_at is null then '+' || j.attempts_left end,
                case when j.status = 'validating' and j.owner is not null then 'held' end,
                case when j.lease_until <= clock_timestamp() then 'lapsed' end,
                case when j.available_at is not null then 'parked' end,
                case when j.response_status is not null then 'response' end,
                j.error_code,
                case when j.work_started then 'worked' end,
                case when j.work_stopped_at is not null then 'stopped' end,
                case when j.expires_at <= clock_timestamp() then 'late' end)
            from job j
            where\s""" + OURS;

    private static final String OTHERS = """
            select string_agg(other, ' ' order by other)
            from (select j::text as other from job j where not (%1$s)
                  union all select f::text from job_facts f where not (%1$s)
                  union all select b::text from bulk_cancel b where not (%2$s)
                  union all select o::text from bulk_cancel_job o
                            where o.organization_id <> 'org_m' or o.bulk_id <> '%3$s') as others
            """.formatted(OURS, OUR_BULK, BULK.id());

    private static final String BROKEN = """
            select concat_ws(' ', j.organization_id, j.id, f.organization_id, f.id)
            from job j
            full join job_facts f on f.organization_id = j.organization_id and f.id = j.id
            where j.id is null
               or f.id is null
               or f.expires_at <> j.expires_at
               or f.request_bucket <> j.request_bucket
               or not exists (
                   select from body b
                   where b.bucket = j.request_bucket and b.organization_id = j.organization_id
                     and b.job_id = j.id and b.claim = 0)
               or j.status = 'completed' and not exists (
                   select from body b
                   where b.bucket = j.response_bucket and b.organization_id = j.organization_id
                     and b.job_id = j.id and b.claim = j.claim)
            """;

    private static final String BLOCKED = "select cardinality(pg_blocking_pids(?)) > 0";

    private final DatabaseAddress address = TestPostgres.empty();
    private final Connection connection;

    public Stage() {
        Migrations.run(address);
        try {
            connection = address.connect();
            change("""
                    set statement_timeout = '30s';
                    alter table job set (autovacuum_enabled = false);
                    alter table job_facts set (autovacuum_enabled = false);
                    alter table bulk_cancel set (autovacuum_enabled = false);
                    alter table bulk_cancel_job set (autovacuum_enabled = false);
                    """);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static JobId id(String letter) {
        return new JobId("job_" + letter.repeat(21));
    }

    public DatabaseAddress address() {
        return address;
    }

    /** Clears the stage and sets the scene. */
    public void set(Scene scene) {
        change(CLEAR
                + BORN
                + "update job set " + scene.assignments() + " where " + OURS + ";\n"
                + "update job set " + scene.ofBystanders().assignments() + " where not (" + OURS + ");\n"
                + COMPANY);
    }

    /** Sets the same scene for all five jobs. */
    public void setAll(Scene scene) {
        change(CLEAR + BORN + "update job set " + scene.assignments() + ";\n" + COMPANY);
    }

    /** The row in words; {@code gone} when there is none. */
    public String row() {
        String row = ask(ROW);
        return row == null ? "gone" : row;
    }

    /** Everything about the jobs that nobody may touch. */
    public String others() {
        return ask(OTHERS);
    }

    /** The jobs of which a part is missing or disagrees with another; null when there are none. */
    public String broken() {
        return ask(BROKEN);
    }

    /** Whether the session waits for a lock that another one has or was to get before. */
    public boolean isBlocked(Session session) {
        try (PreparedStatement statement = connection.prepareStatement(BLOCKED)) {
            statement.setInt(1, session.pid());
            ResultSet rows = statement.executeQuery();
            rows.next();
            return rows.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A column of the row, or an expression on it, as text. */
    public String column(String expression) {
        return ask("select " + expression + " from job where " + OURS);
    }

    /** Changes the job of a run. */
    public void update(RunRef run, String assignments) {
        change("update job set %s where organization_id = '%s' and id = '%s'"
                .formatted(assignments, run.organization(), run.job()));
    }

    /** Lets the job and its facts lie behind the others in their tables. */
    public void lieLast(RunRef run) {
        // A new version stays in its place unless a column of an index is another one.
        String later = "expires_at = expires_at + interval '1 second'";
        update(run, later);
        updateFacts(run, later);
    }

    public void updateFacts(RunRef run, String assignments) {
        change("update job_facts set %s where organization_id = '%s' and id = '%s'"
                .formatted(assignments, run.organization(), run.job()));
    }

    /** Runs statements outside of the race. */
    public void change(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the first row as text, or null. */
    public String ask(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
