package dev.docket.endpoint.document;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A PDF that is open to be filled in.
 *
 * @param document the bytes it was read from
 * @param pdf may be changed; is never written back to the bytes
 * @param pages as they were before any change
 */
public record PdfForm(Document document, PDDocument pdf, List<FormPage> pages) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        pdf.close();
    }
}
