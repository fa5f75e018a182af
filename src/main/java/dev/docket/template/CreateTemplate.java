package dev.docket.template;

import dev.docket.endpoint.document.Document;
import dev.docket.job.TemplateId;
import dev.docket.store.TryAgain;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Stores a new template. */
@Singleton
public class CreateTemplate {
    private static final String KEPT = """
            with moment as materialized (
                select clock_timestamp() as at
            ),
            kept as materialized (
                -- Counted no further than it matters.
                select count(*) as number
                from (select from edit_template k
                      where k.organization_id = $1
                      limit $3) as counted
            )
            """;

    private static final String CREATE = KEPT + """
            insert into edit_template as t (organization_id, id, created_at, updated_at, name, filename, document_id,
                                            document, fields, field_count)
            select $1, $2, m.at, m.at, $4::text, $5::text, $6::text, $7::bytea, $8::text, $9::int
            from moment m
            cross join kept k
            where k.number < $3
            -- By a try whose answer was lost.
            on conflict (organization_id, id) do nothing
            returning %s
            """.formatted(TemplateRow.COLUMNS);

    private static final String DUPLICATE = KEPT + """
            insert into edit_template as t (organization_id, id, created_at, updated_at, name, filename, document_id,
                                            document, fields, field_count)
            select o.organization_id, $2, m.at, m.at, coalesce($5::text, left(o.name, 193) || ' (copy)'), o.filename,
                   o.document_id, o.document, o.fields, o.field_count
            from edit_template o
            cross join moment m
            cross join kept k
            where o.organization_id = $1
              and o.id = $4
              and k.number < $3
            -- By a try whose answer was lost.
            on conflict (organization_id, id) do nothing
            returning %s
            """.formatted(TemplateRow.COLUMNS);

    private final Pool pool;
    private final FindTemplates findTemplates;
    private final TemplatesConfig config;

    CreateTemplate(Pool pool, FindTemplates findTemplates, TemplatesConfig config) {
        this.pool = pool;
        this.findTemplates = findTemplates;
        this.config = config;
    }

    /** The template as it is stored; empty when the organization has as many as it may. */
    public Uni<Optional<Template>> create(String organization, NewTemplate template) {
        TemplateId id = TemplateId.fresh();
        String documentId = new Document(template.filename(), "application/pdf", template.document()).id();
        Tuple row = Tuple.of(organization, id.value(), limit(), template.name(), template.filename(), documentId)
                .addValue(Buffer.buffer(template.document()))
                .addString(template.fields())
                .addInteger(template.fieldCount());
        return insert(CREATE, organization, id, row);
    }

    /**
     * A template with the same document and fields; empty when the organization has as many as it may, or no longer has
     * the original.
     */
    public Uni<Optional<Template>> duplicate(String organization, TemplateId original, String name) {
        TemplateId id = TemplateId.fresh();
        return insert(DUPLICATE, organization, id, Tuple.of(organization, id.value(), limit(), original.value(), name));
    }

    private Uni<Optional<Template>> insert(String statement, String organization, TemplateId id, Tuple row) {
        return TryAgain.onLoss(() -> pool.preparedQuery(statement).execute(row))
                .map(TemplateRow::first)
                .chain(stored ->
                        stored.isPresent() ? Uni.createFrom().item(stored) : findTemplates.byId(organization, id));
    }

    /** How many templates an organization may have. */
    public int limit() {
        return config.perOrganization();
    }
}
