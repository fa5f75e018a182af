package dev.docket.project;

import dev.docket.job.ProjectId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;

/** Reads projects out of rows. */
final class ProjectRow {
    /** What is read, of the table under the name {@code p}. */
    static final String COLUMNS = """
            p.id, p.organization_id, p.name, p.created_at, p.updated_at, p.draft_schema, p.draft_settings,
            p.published_schema, p.published_settings, p.published_origin""";

    private ProjectRow() {}

    static Optional<Project> first(RowSet<Row> rows) {
        Iterator<Row> row = rows.iterator();
        return row.hasNext() ? Optional.of(read(row.next())) : Optional.empty();
    }

    static Project read(Row row) {
        String published = row.getString("published_schema");
        return new Project(
                new ProjectId(row.getString("id")),
                row.getString("organization_id"),
                row.getString("name"),
                new Settings(row.getString("draft_schema"), row.getString("draft_settings")),
                Optional.ofNullable(published).map(schema -> new Settings(schema, row.getString("published_settings"))),
                row.getString("published_origin"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
