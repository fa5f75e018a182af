package dev.docket.template;

import dev.docket.job.TemplateId;
import dev.docket.store.TryAgain;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Changes and deletes templates. To change twice is the same as once. */
@Singleton
public class ChangeTemplate {
    private static final String CHANGE = """
            update edit_template t
            set name = coalesce($3::text, t.name),
                fields = coalesce($4::text, t.fields),
                field_count = coalesce($5::int, t.field_count),
                updated_at = clock_timestamp()
            where t.organization_id = $1
              and t.id = $2
            returning %s
            """.formatted(TemplateRow.COLUMNS);

    private static final String DELETE = """
            delete from edit_template t
            where t.organization_id = $1
              and t.id = $2
            """;

    private final Pool pool;

    ChangeTemplate(Pool pool) {
        this.pool = pool;
    }

    /** Puts what is not null in the place of what was there; empty when there is no such template. */
    public Uni<Optional<Template>> change(
            String organization, TemplateId id, String name, String fields, Integer fieldCount) {
        Tuple row = Tuple.of(organization, id.value(), name, fields, fieldCount);
        return TryAgain.onLoss(() -> pool.preparedQuery(CHANGE).execute(row)).map(TemplateRow::first);
    }

    /** Whether it was there. Not tried again when its answer is lost: a second try could not tell. */
    public Uni<Boolean> delete(String organization, TemplateId id) {
        return pool.preparedQuery(DELETE)
                .execute(Tuple.of(organization, id.value()))
                .map(rows -> rows.rowCount() == 1);
    }
}
