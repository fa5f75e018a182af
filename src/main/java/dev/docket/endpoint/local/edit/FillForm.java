package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.Assignment;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Templates;
import dev.docket.endpoint.document.DocumentLimits;
import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.endpoint.document.PdfForm;
import dev.docket.endpoint.document.ReadPdfForm;
import dev.docket.endpoint.local.LocalCall;
import dev.docket.endpoint.local.LocalRequest;
import dev.docket.endpoint.local.ScanRequest;
import dev.docket.job.ErrorCode;
import dev.docket.job.Payload;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;

/** Answers {@code /v1/edit/agent/fill}: fills in a form, or a template, by instructions. */
@Singleton
public class FillForm implements LocalCall {
    private final ReadPdfForm reading;
    private final LoadTemplate templates;
    private final int maxFields;

    @Inject
    public FillForm(DocumentLimits limits, EditConfig config, Templates templates) {
        reading = new ReadPdfForm(limits);
        this.templates = new LoadTemplate(reading, templates, config.templateWait());
        maxFields = config.maxFields();
    }

    @Override
    public Endpoint endpoint() {
        return Endpoint.EDIT_AGENT_FILL;
    }

    /** Nobody's request, who has no templates. */
    @Override
    public Payload answer(Payload request) throws IOException {
        return answer("", request);
    }

    @Override
    public Payload answer(Assignment assignment) throws IOException {
        return answer(assignment.organization(), assignment.request());
    }

    private Payload answer(String organization, Payload payload) throws IOException {
        LocalRequest request = ScanRequest.scan(payload, "instructions", "template_id", "model", "config");
        String instructions = request.text("instructions");
        if (instructions == null) {
            throw new DocumentRefused(ErrorCode.REQUEST_INVALID, "The request has no instructions.");
        }
        InkColor ink = InkColor.of(request.fields().get("config"));
        String template = request.text("template_id");
        if (template != null) {
            try (LoadTemplate.Loaded loaded = templates.load(organization, template)) {
                return filled(loaded.form(), loaded.spots(), request, instructions, ink);
            }
        }
        try (PdfForm form = reading.read(request.document())) {
            return filled(form, FindForm.in(form, maxFields), request, instructions, ink);
        }
    }

    private static Payload filled(
            PdfForm form, List<Spot> spots, LocalRequest request, String instructions, InkColor ink)
            throws IOException {
        List<Spot> filled = FillSpots.fill(form, spots, instructions, ink);
        String url = SavePdf.url(form.pdf());
        WriteAnswer.Usage usage =
                new WriteAnswer.Usage(request.text("model"), form.pages().size());
        return WriteAnswer.filled(filled, form.document().filename(), url, usage);
    }
}
