package dev.docket.endpoint.local.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docket.endpoint.FormTemplate;
import dev.docket.endpoint.Templates;
import dev.docket.endpoint.document.Box;
import dev.docket.endpoint.document.Document;
import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.endpoint.document.PdfForm;
import dev.docket.endpoint.document.Place;
import dev.docket.endpoint.document.ReadPdfForm;
import dev.docket.endpoint.document.Upright;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.NotNow;
import dev.docket.job.ErrorCode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;

/** Opens the document of a stored template, with the places that were given with it. */
final class LoadTemplate {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 20_000;

    private final ReadPdfForm reading;
    private final Templates templates;
    private final Duration patience;

    LoadTemplate(ReadPdfForm reading, Templates templates, Duration patience) {
        this.reading = reading;
        this.templates = templates;
        this.patience = patience;
    }

    /** An open document and its places. */
    record Loaded(PdfForm form, List<Spot> spots) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            form.close();
        }
    }

    Loaded load(String organization, String id) throws IOException {
        FormTemplate template = found(organization, id)
                .orElseThrow(() -> new DocumentRefused(
                        ErrorCode.TEMPLATE_NOT_FOUND,
                        "There is no template of this id; it may have been deleted.",
                        Map.of("template_id", id.substring(0, Math.min(80, id.length())))));
        PdfForm form = reading.read(new Document(template.filename(), "application/pdf", template.document()));
        try {
            FindForm.refuseProtected(form);
            return new Loaded(form, spots(form, JSON.readTree(template.fields().open())));
        } catch (IOException | RuntimeException | Error thrown) {
            form.close();
            throw thrown;
        }
    }

    /** Waits on this thread, which is no event loop and can be interrupted. */
    private Optional<FormTemplate> found(String organization, String id) {
        CompletableFuture<Optional<FormTemplate>> found =
                templates.find(organization, id).subscribeAsCompletionStage();
        try {
            return found.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            found.cancel(true);
            Thread.currentThread().interrupt();
            WorkStopped.check();
            throw new IllegalStateException("an interrupted thread is stopped", stopped);
        } catch (ExecutionException | TimeoutException away) {
            found.cancel(true);
            throw new NotNow("The template could not be read from the store.");
        }
    }

    /** A place whose key is that of a field of the document's own form is that field. */
    private static List<Spot> spots(PdfForm form, JsonNode fields) throws IOException {
        PDAcroForm own = FindForm.fields(form);
        Map<String, Spot> byKey = new HashMap<>();
        if (own != null) {
            FindWidgets.in(form, own, MOST).forEach(spot -> byKey.put(spot.key(), spot));
        }
        List<Spot> spots = new ArrayList<>();
        for (JsonNode field : fields) {
            WorkStopped.check();
            int page = field.at("/bbox/page").asInt();
            if (page < 1 || page > form.pages().size()) {
                throw new DocumentRefused(
                        ErrorCode.REQUEST_INVALID,
                        "The template has a field on page " + page + ", which its document does not have.");
            }
            spots.add(spot(form, field, page, byKey.get(field.path("key").asText())));
        }
        return spots;
    }

    private static Spot spot(PdfForm form, JsonNode field, int page, Spot own) {
        String description = field.path("description").asText();
        Place place = new Place(
                field.at("/bbox/left").asDouble(),
                field.at("/bbox/top").asDouble(),
                field.at("/bbox/width").asDouble(),
                field.at("/bbox/height").asDouble());
        Upright shown = Upright.shown(form.pdf().getPage(page - 1));
        float left = (float) place.left() * shown.width();
        float top = (float) place.top() * shown.height();
        Box box = new Box(
                left, top, left + (float) place.width() * shown.width(), top + (float) place.height() * shown.height());
        int colon = description.indexOf(": ");
        boolean checkbox = own == null ? field.path("type").asText().equals("checkbox") : own.checkbox();
        String group = checkbox && colon > 0 ? description.substring(0, colon) : "";
        String label = group.isEmpty() ? description : description.substring(colon + 2);
        List<String> names = new ArrayList<>(
                List.of(label, NameSpots.spelled(field.path("key").asText())));
        if (own != null) {
            names.addAll(own.names());
        }
        return new Spot(
                field.path("key").asText(),
                label,
                group,
                names,
                checkbox,
                own != null && own.locked(),
                own == null ? null : own.value(),
                page,
                place,
                own == null ? List.of() : own.options(),
                own == null ? new Target.Drawn(shown, box, 1) : own.target());
    }
}
