package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.document.DocumentLimits;
import dev.docket.endpoint.document.PdfForm;
import dev.docket.endpoint.document.ReadPdfForm;
import dev.docket.endpoint.local.LocalCall;
import dev.docket.endpoint.local.LocalRequest;
import dev.docket.endpoint.local.ScanRequest;
import dev.docket.job.Payload;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;

/** Answers {@code /v1/edit/templates/generate}: the places of a form, and the form with frames around them. */
@Singleton
public class GenerateTemplate implements LocalCall {
    private final ReadPdfForm reading;
    private final int maxFields;

    @Inject
    public GenerateTemplate(DocumentLimits limits, EditConfig config) {
        reading = new ReadPdfForm(limits);
        maxFields = config.maxFields();
    }

    @Override
    public Endpoint endpoint() {
        return Endpoint.EDIT_TEMPLATES_GENERATE;
    }

    @Override
    public Payload answer(Payload payload) throws IOException {
        LocalRequest request = ScanRequest.scan(payload, "model");
        try (PdfForm form = reading.read(request.document())) {
            List<Spot> spots = FindForm.in(form, maxFields);
            Annotate.draw(form, spots);
            String url = SavePdf.url(form.pdf());
            WriteAnswer.Usage usage =
                    new WriteAnswer.Usage(request.text("model"), form.pages().size());
            return WriteAnswer.template(spots, form.document().filename(), url, usage);
        }
    }
}
