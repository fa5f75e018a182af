package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.Assignment;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.local.LocalCall;
import dev.docket.job.Payload;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Answers {@code /v1/edit/templates/fill}, whose requests are those of a fill that name a template. */
@Singleton
public class FillTemplate implements LocalCall {
    private final FillForm fill;

    @Inject
    public FillTemplate(FillForm fill) {
        this.fill = fill;
    }

    @Override
    public Endpoint endpoint() {
        return Endpoint.EDIT_TEMPLATES_FILL;
    }

    @Override
    public Payload answer(Payload request) throws IOException {
        return fill.answer(request);
    }

    @Override
    public Payload answer(Assignment assignment) throws IOException {
        return fill.answer(assignment);
    }
}
