package dev.docket.store;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A page of a list that goes one way.
 *
 * @param hasMore whether there are more behind it
 */
public record Page<T>(List<T> entries, boolean hasMore) {
    /** Reads rows of which there is one more than {@code limit} when the list goes on. */
    public static <T> Page<T> of(RowSet<Row> rows, int limit, Function<Row, T> read) {
        List<T> entries = new ArrayList<>(rows.size());
        rows.forEach(row -> entries.add(read.apply(row)));
        boolean more = entries.size() > limit;
        return new Page<>(more ? entries.subList(0, limit) : entries, more);
    }
}
