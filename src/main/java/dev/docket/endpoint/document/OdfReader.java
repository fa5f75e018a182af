package dev.docket.endpoint.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Reads OpenDocument files as a stream: texts by their page breaks, sheets and slides one a page. */
final class OdfReader implements Reader {
    private static final int LONGEST_MANIFEST = 4 * 1024 * 1024;

    private final DocumentType type;

    OdfReader(DocumentType type) {
        this.type = type;
    }

    @Override
    public List<Page> read(Document document, Allowance allowance) throws IOException {
        try (Archive archive = new Archive(document.bytes(), allowance)) {
            if (isEncrypted(archive)) {
                throw DocumentRefused.encrypted(type);
            }
            return read(archive, allowance);
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    private List<Page> read(Archive archive, Allowance allowance) throws IOException, XMLStreamException {
        try (InputStream content = archive.open("content.xml")) {
            if (content == null) {
                throw new IOException("no content.xml");
            }
            if (type == DocumentType.ODS) {
                OdsVisitor sheets = new OdsVisitor(allowance);
                WalkXml.walk(content, sheets);
                return sheets.pages();
            }
            Flow flow = new Flow(allowance);
            WalkXml.walk(content, new OdfVisitor(flow));
            return flow.end();
        }
    }

    private static boolean isEncrypted(Archive archive) throws IOException {
        try (InputStream manifest = archive.open("META-INF/manifest.xml")) {
            return manifest != null
                    && new String(manifest.readNBytes(LONGEST_MANIFEST), StandardCharsets.UTF_8)
                            .contains("encryption-data");
        }
    }
}
