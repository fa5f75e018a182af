package dev.docket.store;

import dev.docket.job.JobId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Runs as the three arrays that a statement on many of them takes, and back out of its rows. */
final class RunArrays {
    private RunArrays() {}

    static Tuple of(Collection<RunRef> runs) {
        return Tuple.tuple()
                .addArrayOfString(runs.stream().map(RunRef::organization).toArray(String[]::new))
                .addArrayOfString(runs.stream().map(run -> run.job().value()).toArray(String[]::new))
                .addArrayOfInteger(runs.stream().map(RunRef::claim).toArray(Integer[]::new));
    }

    static Set<RunRef> read(RowSet<Row> rows) {
        Set<RunRef> runs = new HashSet<>();
        rows.forEach(row -> runs.add(read(row)));
        return runs;
    }

    static RunRef read(Row row) {
        return new RunRef(row.getString("organization_id"), new JobId(row.getString("id")), row.getInteger("claim"));
    }
}
