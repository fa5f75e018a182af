package dev.docket.endpoint.local.edit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.docket.endpoint.document.Place;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.Credits;
import dev.docket.endpoint.local.PayloadWriter;
import dev.docket.job.Payload;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/** Writes the answers of the calls that edit documents. */
final class WriteAnswer {
    private static final JsonFactory JSON = new JsonFactory();
    /** A page that is edited is priced as so many that are read. */
    private static final BigDecimal WEIGHT = BigDecimal.valueOf(3);

    /**
     * What an answer counts.
     *
     * @param model that the request names, or null
     */
    record Usage(String model, int pages) {}

    private WriteAnswer() {}

    static Payload filled(List<Spot> spots, String filename, String url, Usage usage) throws IOException {
        PayloadWriter body = new PayloadWriter();
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeFieldName("form_data");
            fields(json, spots);
            json.writeFieldName("filled_document");
            document(json, filename, url);
            usage(json, usage);
            json.writeEndObject();
        }
        return body.payload();
    }

    static Payload template(List<Spot> spots, String filename, String url, Usage usage) throws IOException {
        PayloadWriter body = new PayloadWriter();
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeObjectFieldStart("form_schema");
            json.writeFieldName("form_fields");
            fields(json, spots);
            json.writeEndObject();
            json.writeFieldName("annotated_pdf");
            document(json, filename, url);
            json.writeNumberField("field_count", spots.size());
            usage(json, usage);
            json.writeEndObject();
        }
        return body.payload();
    }

    private static void fields(JsonGenerator json, List<Spot> spots) throws IOException {
        json.writeStartArray();
        for (Spot spot : spots) {
            WorkStopped.check();
            json.writeStartObject();
            json.writeStringField("key", spot.key());
            json.writeStringField("description", description(spot));
            json.writeStringField("type", spot.checkbox() ? "checkbox" : "text");
            json.writeStringField("value", spot.value());
            Place place = spot.place();
            json.writeObjectFieldStart("bbox");
            json.writeNumberField("left", rounded(place.left()));
            json.writeNumberField("top", rounded(place.top()));
            json.writeNumberField("width", rounded(place.width()));
            json.writeNumberField("height", rounded(place.height()));
            json.writeNumberField("page", spot.page());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String description(Spot spot) {
        boolean told = spot.group().isEmpty() || spot.description().startsWith(spot.group());
        return told ? spot.description() : spot.group() + ": " + spot.description();
    }

    /** A hundred-thousandth of a page is less than any pen. */
    private static double rounded(double part) {
        return Math.round(part * 100_000) / 100_000.0;
    }

    private static void document(JsonGenerator json, String filename, String url) throws IOException {
        json.writeStartObject();
        json.writeStringField("filename", filename);
        json.writeStringField("url", url);
        json.writeEndObject();
    }

    private static void usage(JsonGenerator json, Usage usage) throws IOException {
        json.writeObjectFieldStart("usage");
        json.writeNumberField("page_count", usage.pages());
        json.writeNumberField(
                "credits", Credits.of(usage.model(), usage.pages()).multiply(WEIGHT));
        json.writeEndObject();
    }
}
