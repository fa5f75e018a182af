package dev.docket.template;

import dev.docket.job.TemplateId;
import dev.docket.store.Page;
import dev.docket.store.TryAgain;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads the templates of an organization. */
@Singleton
public class FindTemplates {
    private static final String ONE = """
            select %s
            from edit_template t
            where t.organization_id = $1
              and t.id = $2
            """;

    private static final String HEAD = ONE.formatted(TemplateRow.COLUMNS);
    private static final String WHOLE = ONE.formatted(TemplateRow.WHOLE);

    private static final String PAGE = """
            select %s
            from edit_template t
            where t.organization_id = $1
              and ($2::text is null
                   or t.seq %s (select c.seq from edit_template c where c.organization_id = $1 and c.id = $2))
              and ($3::text is null or position(lower($3::text) in lower(t.filename)) > 0)
            order by t.seq %s
            limit $4
            """;

    private static final String NEWEST_FIRST = PAGE.formatted(TemplateRow.COLUMNS, "<", "desc");
    private static final String OLDEST_FIRST = PAGE.formatted(TemplateRow.COLUMNS, ">", "asc");

    private final Pool pool;

    FindTemplates(Pool pool) {
        this.pool = pool;
    }

    /**
     * What part of a list is asked for.
     *
     * @param cursor the last template of the page before, or of the page behind if the list is read backwards; or null
     * @param backwards whether the cursor is that of the page behind
     * @param newestFirst the order of the list
     * @param filename a part of the name of its document that is asked for, or null
     */
    public record Asked(TemplateId cursor, boolean backwards, boolean newestFirst, String filename, int limit) {}

    /** The template with the first bytes of its document. */
    public Uni<Optional<Template>> byId(String organization, TemplateId id) {
        return one(HEAD, organization, id);
    }

    /** The template with all of its document. */
    public Uni<Optional<Template>> whole(String organization, TemplateId id) {
        return one(WHOLE, organization, id);
    }

    private Uni<Optional<Template>> one(String statement, String organization, TemplateId id) {
        return TryAgain.onLoss(() -> pool.preparedQuery(statement).execute(Tuple.of(organization, id.value())))
                .map(TemplateRow::first);
    }

    /** A page; empty when the cursor is none of the organization's. */
    public Uni<Optional<Page<Template>>> page(String organization, Asked asked) {
        return asked.cursor() == null
                ? read(organization, asked).map(Optional::of)
                : byId(organization, asked.cursor())
                        .chain(cursor -> cursor.isEmpty()
                                ? Uni.createFrom().item(Optional.<Page<Template>>empty())
                                : read(organization, asked).map(Optional::of));
    }

    private Uni<Page<Template>> read(String organization, Asked asked) {
        String statement = asked.newestFirst() != asked.backwards() ? NEWEST_FIRST : OLDEST_FIRST;
        String cursor = asked.cursor() == null ? null : asked.cursor().value();
        Tuple row = Tuple.of(organization, cursor, asked.filename(), asked.limit() + 1);
        return TryAgain.onLoss(() -> pool.preparedQuery(statement).execute(row))
                .map(rows -> Page.of(rows, asked.limit(), TemplateRow::read))
                .map(page -> asked.backwards() ? reversed(page) : page);
    }

    private static Page<Template> reversed(Page<Template> page) {
        List<Template> entries = new ArrayList<>(page.entries());
        Collections.reverse(entries);
        return new Page<>(entries, page.hasMore());
    }
}
