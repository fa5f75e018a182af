package dev.docket.template;

import dev.docket.endpoint.FormTemplate;
import dev.docket.endpoint.Templates;
import dev.docket.job.Payload;
import dev.docket.job.TemplateId;
import dev.docket.store.Reserved;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The templates as runs see them, read over connections that a flood of calls cannot take. */
@Singleton
class StoredTemplates implements Templates {
    private final FindTemplates find;

    StoredTemplates(@Reserved Pool pool) {
        this.find = new FindTemplates(pool);
    }

    @Override
    public Uni<Optional<FormTemplate>> find(String organization, String template) {
        Optional<TemplateId> id = TemplateId.parse(template);
        return id.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : find.whole(organization, id.get()).map(found -> found.map(StoredTemplates::form));
    }

    private static FormTemplate form(Template template) {
        Payload fields = Payload.of(template.fields().getBytes(StandardCharsets.UTF_8));
        return new FormTemplate(template.filename(), template.document(), fields);
    }
}
