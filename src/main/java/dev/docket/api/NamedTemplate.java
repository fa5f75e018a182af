package dev.docket.api;

import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Processors;
import dev.docket.job.Payload;
import dev.docket.job.TemplateId;
import dev.docket.store.NewJob;
import dev.docket.template.FindTemplates;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Looks whether the template that a request names is there, so that a job that cannot work is refused at once. */
@Singleton
class NamedTemplate {
    private static final String TEMPLATE_ID = "template_id";
    private static final Set<Endpoint> FILLING = EnumSet.of(Endpoint.EDIT_AGENT_FILL, Endpoint.EDIT_TEMPLATES_FILL);

    private final Processors processors;
    private final BodyWork bodyWork;
    private final FindTemplates findTemplates;

    NamedTemplate(Processors processors, BodyWork bodyWork, FindTemplates findTemplates) {
        this.processors = processors;
        this.bodyWork = bodyWork;
        this.findTemplates = findTemplates;
    }

    /** Fails with a 404 when the template is kept here and is not there. */
    Uni<Void> check(NewJob job) {
        boolean needed = Endpoint.ofPath(job.endpoint())
                .filter(FILLING::contains)
                .filter(processors::readTemplates)
                .isPresent();
        return needed
                ? bodyWork.run(job.request(), NamedTemplate::named)
                        .chain(named -> named.isEmpty() ? Uni.createFrom().voidItem() : look(job, named.get()))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> look(NewJob job, String named) {
        Optional<TemplateId> template = TemplateId.parse(named);
        return template.isEmpty()
                ? Uni.createFrom().failure(notFound())
                : findTemplates
                        .byId(job.organization(), template.get())
                        .map(found -> found.orElseThrow(NamedTemplate::notFound))
                        .replaceWithVoid();
    }

    /** The id as the request has it; empty when it has a document instead. */
    private static Optional<String> named(Payload request) {
        TopLevel.Member member =
                TopLevel.read(request, Set.of(TEMPLATE_ID)).members().get(TEMPLATE_ID);
        return Optional.ofNullable(member).flatMap(MemberText::of);
    }

    private static ProblemException notFound() {
        return new ProblemException(Problems.templateNotFound());
    }
}
