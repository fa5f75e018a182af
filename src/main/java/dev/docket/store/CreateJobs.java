package dev.docket.store;

import dev.docket.job.BodyRef;
import dev.docket.job.Job;
import dev.docket.job.JobStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Stores many jobs in one statement, all of them or none. It has no eye for earlier tries, so it is tried once: {@link
 * CreateJob} stores each job by itself when it fails.
 */
@Singleton
class CreateJobs {
    private static final String CREATE_TOGETHER = """
            with moment as materialized (
                select clock_timestamp() as at,
                       body_bucket() as bucket
            ),
            -- The three tables take their rows straight from here: a join among them would cost more than the inserts.
            told as materialized (
                select t.*,
                       nextval('job_seq') as seq,
                       m.at,
                       m.bucket,
                       m.at + make_interval(secs => t.lifetime) as expires_at,
                       t.metadata::jsonb as pairs
                from moment m,
                     unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::float8[], $6::int[], $7::int[],
                            $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::float8[],
                            $14::float8[], $15::float8[], $16::bytea[], $17::text[])
                         as t(organization_id, id, endpoint, status, lifetime, attempts, request_bytes,
                              metadata, model, project_id, filenames, document_types, execution_seconds,
                              queue_seconds, start_within, bytes, traceparent)
            ),
            born as (
                insert into job (organization_id, id, seq, endpoint, status, validated, created_at, expires_at,
                                 ready_pos, attempts_left, request_bucket, request_bytes,
                                 execution_seconds, queue_seconds, start_before)
                select t.organization_id, t.id, t.seq, t.endpoint, t.status, t.status = 'queued', t.at, t.expires_at, nextval('job_ready_pos'), t.attempts, t.bucket, t.request_bytes,
                       t.execution_seconds, t.queue_seconds, t.at + make_interval(secs => t.start_within)
                from told t
            ),
            facts as (
                insert into job_facts (organization_id, id, seq, created_at, endpoint, expires_at, request_bucket,
                                       metadata, metadata_pairs, model, project_id, workflow_id,
                                       workflow_node_ids, workflow_block_ids, filenames, document_types,
                                       traceparent)
                select t.organization_id, t.id, t.seq, t.at, t.endpoint, t.expires_at, t.bucket,
                       t.metadata, t.pairs, t.model, t.project_id, t.pairs ->> 'workflow_id',
                       nullif(array_remove(array[t.pairs ->> 'workflow_node_id', t.pairs ->> 'node_id'], null), '{}'),
                       nullif(array_remove(array[t.pairs ->> 'workflow_block_id', t.pairs ->> 'block_id'], null), '{}'),
                       t.filenames::text[], t.document_types::text[], t.traceparent
                from told t
            ),
            request as (
                insert into body (bucket, organization_id, job_id, claim, chunk, bytes)
                select t.bucket, t.organization_id, t.id, 0, 0, t.bytes
                from told t
            )
            select t.organization_id, t.id, t.seq, t.at, t.expires_at, t.bucket
            from told t
            """;

    private final Pool pool;
    private final BodyBuckets buckets;

    CreateJobs(Pool pool, BodyBuckets buckets) {
        this.pool = pool;
        this.buckets = buckets;
    }

    /** The stored jobs in the order of the new ones, whose requests fit in one chunk each and which have no keys. */
    Uni<List<Job>> create(List<NewJob> jobs) {
        Tuple parameters = parameters(jobs);
        return buckets.writing(() -> RunStatement.on(pool, CREATE_TOGETHER, parameters))
                .map(rows -> {
                    Map<String, Row> stored = new HashMap<>();
                    rows.forEach(row -> stored.put(row.getString(1), row));
                    return jobs.stream()
                            .map(job -> stored(job, stored.get(job.id().value())))
                            .toList();
                });
    }

    private static Job stored(NewJob job, Row row) {
        return new Job(
                job.id(),
                job.organization(),
                row.getLong(2),
                status(job),
                job.endpoint(),
                row.getOffsetDateTime(3).toInstant(),
                null,
                null,
                row.getOffsetDateTime(4).toInstant(),
                job.metadata(),
                null,
                null,
                new BodyRef(
                        row.getInteger(5),
                        job.organization(),
                        job.id(),
                        0,
                        job.request().length()),
                null,
                null,
                0,
                null,
                null,
                job.limits());
    }

    private static JobStatus status(NewJob job) {
        return job.validated() ? JobStatus.QUEUED : JobStatus.VALIDATING;
    }

    private static Tuple parameters(List<NewJob> jobs) {
        return Tuple.tuple()
                .addArrayOfString(each(jobs, String[]::new, NewJob::organization))
                .addArrayOfString(each(jobs, String[]::new, job -> job.id().value()))
                .addArrayOfString(each(jobs, String[]::new, NewJob::endpoint))
                .addArrayOfString(each(jobs, String[]::new, job -> status(job).wire()))
                .addArrayOfDouble(each(jobs, Double[]::new, job -> Seconds.of(job.lifetime())))
                .addArrayOfInteger(each(jobs, Integer[]::new, NewJob::attempts))
                .addArrayOfInteger(
                        each(jobs, Integer[]::new, job -> job.request().length()))
                .addArrayOfString(each(jobs, String[]::new, NewJob::metadata))
                .addArrayOfString(each(jobs, String[]::new, NewJob::model))
                .addArrayOfString(each(jobs, String[]::new, NewJob::projectId))
                .addArrayOfString(each(jobs, String[]::new, job -> TextArray.literal(job.filenames())))
                .addArrayOfString(each(jobs, String[]::new, job -> TextArray.literal(job.documentTypes())))
                .addArrayOfDouble(each(jobs, Double[]::new, job -> job.limits().executionSeconds()))
                .addArrayOfDouble(each(jobs, Double[]::new, job -> job.limits().queueSeconds()))
                .addArrayOfDouble(each(
                        jobs, Double[]::new, job -> job.startWithin() == null ? null : Seconds.of(job.startWithin())))
                .addValue(each(jobs, Buffer[]::new, job -> BodyChunks.chunk(job.request(), 0)))
                .addArrayOfString(traces(jobs));
    }

    /** Null stands for as many nulls, and is all that is sent while nothing is traced. */
    private static String[] traces(List<NewJob> jobs) {
        boolean any = jobs.stream().anyMatch(job -> job.traceparent() != null);
        return any ? each(jobs, String[]::new, NewJob::traceparent) : null;
    }

    private static <T> T[] each(List<NewJob> jobs, IntFunction<T[]> array, Function<NewJob, T> of) {
        return jobs.stream().map(of).toArray(array);
    }
}
