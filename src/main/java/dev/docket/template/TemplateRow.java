package dev.docket.template;

import dev.docket.job.TemplateId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;

/** Reads templates out of rows. */
final class TemplateRow {
    private static final String ALL_BUT_THE_DOCUMENT = """
            t.id, t.organization_id, t.name, t.filename, t.document_id, t.fields, t.field_count, t.created_at,
            t.updated_at""";

    /** What is read, of the table under the name {@code t}, with the first bytes of the document. */
    static final String COLUMNS = ALL_BUT_THE_DOCUMENT + ", substring(t.document for 720) as document";

    /** The same with all of the document. */
    static final String WHOLE = ALL_BUT_THE_DOCUMENT + ", t.document";

    private TemplateRow() {}

    static Optional<Template> first(RowSet<Row> rows) {
        Iterator<Row> row = rows.iterator();
        return row.hasNext() ? Optional.of(read(row.next())) : Optional.empty();
    }

    static Template read(Row row) {
        return new Template(
                new TemplateId(row.getString("id")),
                row.getString("organization_id"),
                row.getString("name"),
                row.getString("filename"),
                row.getString("document_id"),
                row.getBuffer("document").getBytes(),
                row.getString("fields"),
                row.getInteger("field_count"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
