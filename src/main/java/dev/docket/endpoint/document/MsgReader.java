package dev.docket.endpoint.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.jsoup.Jsoup;

/** Reads Outlook messages: headers, text and the names of the attachments. */
final class MsgReader implements Reader {
    /** A field of a message, which is missing in many. */
    private interface Field {
        String get() throws ChunkNotFoundException;
    }

    @Override
    public List<Page> read(Document document, Allowance allowance) throws IOException {
        Flow flow = new Flow(allowance);
        try (InputStream bytes = allowance.open(document.bytes());
                MAPIMessage message = new MAPIMessage(bytes)) {
            message.guess7BitEncoding();
            header(flow, "From: ", message::getDisplayFrom);
            header(flow, "To: ", message::getDisplayTo);
            header(flow, "Cc: ", message::getDisplayCC);
            header(flow, "Subject: ", message::getSubject);
            flow.endParagraph();
            body(flow, message, allowance);
            for (AttachmentChunks attachment : message.getAttachmentFiles()) {
                StringChunk name = attachment.getAttachLongFileName();
                header(flow, "Attachment: ", () -> name == null ? "unnamed" : name.getValue());
            }
        }
        return flow.end();
    }

    private static void body(Flow flow, MAPIMessage message, Allowance allowance) {
        String text = orEmpty(message::getTextBody);
        String html = text.isBlank() ? orEmpty(message::getHtmlBody) : "";
        flow.text(text);
        flow.endParagraph();
        HtmlReader.add(Jsoup.parse(html), flow, allowance);
    }

    private static void header(Flow flow, String label, Field field) {
        String value = orEmpty(field);
        if (!value.isBlank()) {
            flow.text(label + value.strip());
            flow.endParagraph();
        }
    }

    private static String orEmpty(Field field) {
        try {
            String value = field.get();
            return value == null ? "" : value;
        } catch (ChunkNotFoundException missing) {
            return "";
        }
    }
}
