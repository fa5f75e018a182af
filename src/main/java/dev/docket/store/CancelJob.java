package dev.docket.store;

import dev.docket.job.Job;
import dev.docket.job.JobStatus;
import dev.docket.job.Payload;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.Optional;

/** Cancels a job and says, from one statement, who won. */
@Singleton
public class CancelJob {
    private static final String CANCEL = """
            with seen as materialized (
                -- The job as it was when the call began.
                select j.status, j.expires_at <= now() as expired
                from job j
                where j.organization_id = $1
                  and j.id = $2
            ),
            cur as materialized (
                -- The job as it is once nobody else is writing it: waits for a concurrent writer's commit.
                select j.*
                from job j
                where j.organization_id = $1
                  and j.id = $2
                for no key update
            ),
            won as (
                update job j
                set status = 'cancelled',
                    completed_at = clock_timestamp(),
                    cancel_requested_at = clock_timestamp(),
                    cancel_reason = $4,
                    cancel_token = $3,
                    work_started = cur.owner is not null,
                    work_stopped_at = null,
                    owner = null,
                    lease_until = null,
                    ready_pos = null,
                    available_at = null
                from cur
                where j.organization_id = $1
                  and j.id = $2
                  -- Only a live job can be cancelled: an outcome, once committed, stays. Said by what it must not be, or
                  -- the planner may go by the index of the states instead of by the key.
                  and j.status not in ('completed', 'failed', 'cancelled', 'expired')
                  and j.expires_at > clock_timestamp()
                  -- The same call once more must not cancel the job again when it was retried since.
                  and j.cancel_token is distinct from $3
                  -- The caller's precondition.
                  and (not $5::boolean or j.owner is null)
                returning j.*
            ),
            now_there as (
                select * from won
                union all
                select * from cur where not exists (select from won)
            )
            select %s,
                   (select s.status from seen s) as seen_status,
                   (select s.expired from seen s) as seen_expired,
                   exists (select from won) as won,
                   j.owner is not null as owned,
                   -- By whichever came first: its outcome, or its time.
                   extract(epoch from clock_timestamp() - least(j.completed_at, j.expires_at))::float8 as ended_ago,
                   coalesce(j.cancel_token = $3, false) as own
            from now_there j
            join job_facts f on f.organization_id = j.organization_id and f.id = j.id
            """.formatted(JobRow.COLUMNS);

    private static final int LOOKS = 5;

    private final Pool pool;

    CancelJob(Pool pool) {
        this.pool = pool;
    }

    /**
     * Cancels the job, or says why not. Tried again when an answer was lost; it then answers as the first try would.
     */
    public Uni<Cancelled> cancel(CancelRequest call) {
        return look(new Course(call, System.nanoTime(), false, false), LOOKS);
    }

    /** The same for a call that has not won together with others. */
    Uni<Cancelled> after(CancelRequest call, CancelJobs.Tried together) {
        return look(new Course(call, System.nanoTime(), false, together.seenLive()), LOOKS);
    }

    /** The same for a call whose try together with others, begun at this nanosecond, may have won or not. */
    Uni<Cancelled> afterLoss(CancelRequest call, long begun) {
        return look(new Course(call, begun, true, false), LOOKS);
    }

    /** One call over all of its tries. */
    private static final class Course {
        private final CancelRequest call;
        private final long begun;
        private final boolean seenLive;
        private boolean tried;

        private Course(CancelRequest call, long begun, boolean tried, boolean seenLive) {
            this.call = call;
            this.begun = begun;
            this.tried = tried;
            this.seenLive = seenLive;
        }

        private boolean isFirstTry() {
            boolean first = !tried;
            tried = true;
            return first;
        }

        /** Whether what ended so many seconds ago, or a little less, ended during the call. */
        private boolean covers(double ago) {
            return ago <= (System.nanoTime() - begun) / 1e9;
        }
    }

    private Uni<Cancelled> look(Course course, int left) {
        return TryAgain.onLoss(() -> write(course))
                .chain(judged -> judged.map(answer -> Uni.createFrom().item(answer))
                        .orElseGet(() -> left > 0 ? look(course, left - 1) : unsettled(course.call)));
    }

    private Uni<Optional<Cancelled>> write(Course course) {
        CancelRequest call = course.call;
        boolean first = course.isFirstTry();
        Tuple parameters =
                Tuple.of(call.organization(), call.job().value(), call.token(), call.reason(), call.onlyIfQueued());
        return RunStatement.on(pool, CANCEL, parameters).map(rows -> judge(rows, course, first));
    }

    private static Uni<Cancelled> unsettled(CancelRequest call) {
        return Uni.createFrom()
                .failure(new IllegalStateException(call.job() + " changed hands at every look of a cancel"));
    }

    /** Empty when the answer contradicts itself, see {@link #isOvertaken}. */
    private static Optional<Cancelled> judge(RowSet<Row> rows, Course course, boolean first) {
        Iterator<Row> found = rows.iterator();
        if (!found.hasNext()) {
            return Optional.of(new Cancelled.NotFound());
        }
        Row row = found.next();
        Job job = JobRow.read(row);
        // The token also recognises a try whose answer was lost: it answers as the first one would have.
        if (row.getBoolean("won") || row.getBoolean("own") && job.status() == JobStatus.CANCELLED) {
            return Optional.of(won(row, job, null));
        }
        if (row.getBoolean("own")) {
            return Optional.of(new Cancelled.Repeated(job));
        }
        if (job.status().isLive()) {
            return isOvertaken(row, course.call) ? Optional.empty() : Optional.of(new Cancelled.NoLongerQueued(job));
        }
        boolean wasLive = course.seenLive || seenLive(row) || !first && course.covers(row.getDouble("ended_ago"));
        return Optional.of(wasLive ? new Cancelled.LostRace(job) : new Cancelled.AlreadyFinished(job));
    }

    /**
     * The update finds its row by what the statement's snapshot showed, and only then looks at the newest version. A
     * retry or a hand-back that commits in between makes a row cancellable that the snapshot ruled out: the statement
     * is to look again.
     */
    private static boolean isOvertaken(Row row, CancelRequest call) {
        return !call.onlyIfQueued() || !row.getBoolean("owned");
    }

    private static boolean seenLive(Row row) {
        return JobRow.status(row.getString("seen_status")).isLive() && !row.getBoolean("seen_expired");
    }

    static Cancelled.Won won(Row row, Job job, Payload request) {
        return new Cancelled.Won(job, run(row, job), request);
    }

    private static RunRef run(Row row, Job job) {
        return row.getBoolean("work_started")
                ? new RunRef(job.organization(), job.id(), row.getInteger("claim"))
                : null;
    }
}
