package dev.docket.store;

import dev.docket.job.Job;
import dev.docket.job.JobId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Stores a job with its facts, its request and its idempotency key: all of it or nothing. */
@Singleton
public class CreateJob {
    private static final String CREATE = """
            with moment as materialized (
                select clock_timestamp() as at
            ),
            key as (
                -- A second caller waits here for the first one's commit; an outdated key is taken over.
                insert into idempotency_key as k (organization_id, key, job_id, body_hash, created_at)
                select $1, $3, $2, $4, clock_timestamp()
                where $3::text is not null
                on conflict (organization_id, key) do update
                    set job_id = excluded.job_id,
                        body_hash = excluded.body_hash,
                        created_at = excluded.created_at
                    where k.created_at < clock_timestamp() - make_interval(secs => $5)
                returning 1
            ),
            born as (
                insert into job as j (organization_id, id, endpoint, status, validated, created_at, expires_at,
                                      ready_pos, attempts_left, request_bucket, request_bytes,
                                      execution_seconds, queue_seconds, start_before)
                select $1, $2, $6,
                       case when $7::boolean then 'queued' else 'validating' end,
                       $7::boolean,
                       m.at,
                       m.at + make_interval(secs => $8),
                       nextval('job_ready_pos'),
                       $9::int,
                       body_bucket(),
                       $10::int,
                       $17::float8,
                       $18::float8,
                       m.at + make_interval(secs => $19::float8)
                from moment m
                -- Without its key, a keyed job is another call's job.
                where $3::text is null or exists (select from key)
                -- An earlier try whose answer was lost may have stored it already.
                on conflict (organization_id, id) do nothing
                returning j.*
            ),
            facts as (
                insert into job_facts as f (organization_id, id, seq, created_at, endpoint, expires_at, request_bucket,
                                            metadata, metadata_pairs, model, project_id, workflow_id,
                                            workflow_node_ids, workflow_block_ids, filenames, document_types,
                                            traceparent)
                select j.organization_id, j.id, j.seq, j.created_at, j.endpoint, j.expires_at, j.request_bucket,
                       $11::text, m.pairs, $12::text, $13::text, m.pairs ->> 'workflow_id',
                       nullif(array_remove(array[m.pairs ->> 'workflow_node_id', m.pairs ->> 'node_id'], null), '{}'),
                       nullif(array_remove(array[m.pairs ->> 'workflow_block_id', m.pairs ->> 'block_id'], null), '{}'),
                       $14::text[], $15::text[], $20::text
                from born j, (select $11::text::jsonb as pairs) m
                returning f.*
            ),
            request as (
                insert into body (bucket, organization_id, job_id, claim, chunk, bytes)
                select j.request_bucket, j.organization_id, j.id, 0, 0, $16::bytea
                from born j
            )
            select %s
            from born j
            join facts f on true
            """.formatted(JobRow.COLUMNS);

    private static final String KEYED = """
            select k.job_id, k.body_hash = $3 as same_body
            from idempotency_key k
            where k.organization_id = $1
              and k.key = $2
            """;

    private final Pool pool;
    private final BodyBuckets buckets;
    private final FindJob findJob;
    private final GatherCreates gather;

    CreateJob(Pool pool, BodyBuckets buckets, FindJob findJob, GatherCreates gather) {
        this.pool = pool;
        this.buckets = buckets;
        this.findJob = findJob;
        this.gather = gather;
    }

    /** Stores the job, or finds the one that the same call stored before. */
    public Uni<Created> create(NewJob job) {
        return job.canShare() ? together(job) : alone(job);
    }

    /** Runs the statement that creates share for no job at all, so that the first one finds it loaded and planned. */
    public Uni<Void> rehearse() {
        return gather.rehearse();
    }

    /** What became of a failed batch is looked at job by job, so that nobody pays for a neighbour. */
    private Uni<Created> together(NewJob job) {
        return gather.create(job)
                .<Created>map(Created.Stored::new)
                .onFailure(failure -> !TryAgain.isCrowded(failure))
                .recoverWithUni(() -> alone(job));
    }

    private Uni<Created> alone(NewJob job) {
        return TryAgain.onLoss(() -> buckets.writing(() -> store(job)))
                .chain(stored ->
                        stored.isPresent() ? Uni.createFrom().item(new Created.Stored(stored.get())) : earlier(job));
    }

    /** The job that the same keyed call has made before; empty when the key is new. Nothing is stored. */
    public Uni<Optional<Created>> earlierCall(NewJob job) {
        return TryAgain.onLoss(() -> RunStatement.on(pool, KEYED, keyOf(job)))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(Optional.<Created>empty())
                        : keyed(job, rows.iterator().next()).map(Optional::of));
    }

    private Uni<Optional<Job>> store(NewJob job) {
        return BodyChunks.count(job.request().length()) == 1
                ? pool.withConnection(connection -> insert(connection, job))
                : pool.withTransaction(connection -> insertWithChunks(connection, job));
    }

    private Uni<Optional<Job>> insertWithChunks(SqlConnection connection, NewJob job) {
        return insert(connection, job)
                .chain(born -> born.isEmpty()
                        ? Uni.createFrom().item(born)
                        : restOfRequest(connection, job, born.get()).replaceWith(born));
    }

    private Uni<Void> restOfRequest(SqlConnection connection, NewJob job, Job born) {
        int bucket = born.request().bucket();
        return BodyChunks.write(connection, bucket, job.organization(), job.id(), 0, job.request(), 1);
    }

    private Uni<Optional<Job>> insert(SqlClient client, NewJob job) {
        return client.preparedQuery(CREATE).execute(parameters(job)).map(CreateJob::first);
    }

    /** Nothing was inserted: either this very job is there from a lost try, or the key belongs to an earlier call. */
    private Uni<Created> earlier(NewJob job) {
        return job.key() == null
                ? findJob.byId(job.organization(), job.id()).map(own -> new Created.Stored(own.orElseThrow()))
                : earlierCall(job)
                        // The key may have been forgotten since: then nobody else's call is in the way.
                        .chain(found ->
                                found.map(call -> Uni.createFrom().item(call)).orElseGet(() -> create(job)));
    }

    private Uni<Created> keyed(NewJob job, Row key) {
        JobId holder = new JobId(key.getString("job_id"));
        if (!key.getBoolean("same_body")) {
            return Uni.createFrom().item(new Created.KeyUsedOtherwise(holder));
        }
        return findJob.byId(job.organization(), holder)
                .map(Optional::orElseThrow)
                .map(found -> holder.equals(job.id()) ? new Created.Stored(found) : new Created.Repeated(found));
    }

    private static Optional<Job> first(RowSet<Row> rows) {
        var row = rows.iterator();
        return row.hasNext() ? Optional.of(JobRow.read(row.next())) : Optional.empty();
    }

    private static Tuple keyOf(NewJob job) {
        IdempotencyKey key = job.key();
        return Tuple.of(job.organization(), key.key(), Buffer.buffer(key.bodyHash()));
    }

    private static Tuple parameters(NewJob job) {
        IdempotencyKey key = job.key();
        return Tuple.tuple()
                .addString(job.organization())
                .addString(job.id().value())
                .addString(key == null ? null : key.key())
                .addValue(key == null ? null : Buffer.buffer(key.bodyHash()))
                .addDouble(key == null ? 0.0 : Seconds.of(key.kept()))
                .addString(job.endpoint())
                .addBoolean(job.validated())
                .addDouble(Seconds.of(job.lifetime()))
                .addInteger(job.attempts())
                .addInteger(job.request().length())
                .addString(job.metadata())
                .addString(job.model())
                .addString(job.projectId())
                .addArrayOfString(array(job.filenames()))
                .addArrayOfString(array(job.documentTypes()))
                .addValue(BodyChunks.chunk(job.request(), 0))
                .addDouble(job.limits().executionSeconds())
                .addDouble(job.limits().queueSeconds())
                .addDouble(job.startWithin() == null ? null : Seconds.of(job.startWithin()))
                .addString(job.traceparent());
    }

    private static String[] array(List<String> values) {
        return values.isEmpty() ? null : values.toArray(String[]::new);
    }
}
