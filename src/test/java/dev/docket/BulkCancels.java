package dev.docket;

import dev.docket.job.BulkCancelId;
import dev.docket.job.JobId;
import dev.docket.job.JobStatus;
import dev.docket.store.BulkCreated;
import dev.docket.store.BulkRef;
import dev.docket.store.BulkTarget;
import dev.docket.store.CreateBulkCancel;
import dev.docket.store.JobFilter;
import dev.docket.store.NewBulkCancel;
import dev.docket.store.RunRef;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Stores bulk cancels without anybody at work on them, and reads what became of them past the service's code. */
public final class BulkCancels {
    /** What every live job matches. */
    public static final JobFilter ANY = ofStatus(null);

    private static final String OUTCOMES = """
            select job_id, outcome, status
            from bulk_cancel_job
            where organization_id = ? and bulk_id = ?
            order by n nulls last, job_id
            """;

    private final String organization;
    private final CreateBulkCancel create;

    public BulkCancels(String organization, CreateBulkCancel create) {
        this.organization = organization;
        this.create = create;
    }

    public static JobFilter ofStatus(JobStatus status) {
        return new JobFilter(
                status, null, null, null, null, null, null, null, null, null, null, List.of(), null, null, Map.of());
    }

    public static BulkTarget named(RunRef... jobs) {
        return new BulkTarget.Named(Stream.of(jobs).map(RunRef::job).toList());
    }

    public static BulkTarget matching(JobFilter filter) {
        return new BulkTarget.Matching(filter, "{}");
    }

    public BulkRef store(BulkTarget target) {
        return store(target, false);
    }

    public BulkRef store(BulkTarget target, boolean onlyIfQueued) {
        NewBulkCancel bulk = bulk(target, onlyIfQueued);
        BulkCreated created = create.create(bulk, 1_000).await().indefinitely();
        return new BulkRef(organization, ((BulkCreated.Stored) created).bulk().id());
    }

    public NewBulkCancel bulk(BulkTarget target, boolean onlyIfQueued) {
        return new NewBulkCancel(BulkCancelId.fresh(), organization, target, "why", onlyIfQueued, null);
    }

    /** The outcome and the status of each job, for example {@code cancelled cancelled}, in order, pending ones last. */
    public static Map<JobId, String> outcomes(BulkRef bulk) {
        return KeptConnections.use(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(OUTCOMES)) {
                statement.setString(1, bulk.organization());
                statement.setString(2, bulk.id().value());
                ResultSet rows = statement.executeQuery();
                Map<JobId, String> outcomes = new LinkedHashMap<>();
                while (rows.next()) {
                    outcomes.put(new JobId(rows.getString(1)), rows.getString(2) + " " + rows.getString(3));
                }
                return outcomes;
            }
        });
    }

    /** A number in the row of a bulk cancel, for example {@code pending}. */
    public static int number(BulkRef bulk, String expression) {
        return JobRows.count(
                "select " + expression + " from bulk_cancel where organization_id = ? and id = ?",
                bulk.organization(),
                bulk.id().value());
    }

    public static boolean isCompleted(BulkRef bulk) {
        return number(bulk, "count(completed_at)") == 1;
    }

    /** Moves the moment of acceptance back. */
    public static void age(BulkRef bulk, String interval) {
        JobRows.change(
                "update bulk_cancel set created_at = created_at - ?::interval where organization_id = ? and id = ?",
                interval,
                bulk.organization(),
                bulk.id().value());
    }
}
