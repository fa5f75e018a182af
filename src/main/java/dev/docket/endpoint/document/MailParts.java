package dev.docket.endpoint.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jsoup.Jsoup;

/** Follows the parts of a mail: its headers, the best of the texts it offers, and a line for each attachment. */
final class MailParts {
    /** A text that waits for a better alternative. */
    private record Text(byte[] bytes, boolean html, String charset) {}

    /** A multipart that is being read; for alternatives, with the best text so far. */
    private static final class Multipart {
        private final boolean alternative;
        private Text best;

        private Multipart(boolean alternative) {
            this.alternative = alternative;
        }
    }

    private final Allowance allowance;
    private final Flow flow;
    private final Deque<Multipart> open = new ArrayDeque<>();
    private MailHeader header = new MailHeader();
    private int messages;

    MailParts(Allowance allowance) {
        this.allowance = allowance;
        flow = new Flow(allowance);
    }

    void see(EntityState state, MimeTokenStream at) throws IOException {
        switch (state) {
            case T_START_MESSAGE -> allowance.depth(++messages);
            case T_END_MESSAGE -> messages--;
            case T_START_HEADER -> header = new MailHeader();
            case T_FIELD -> header.add(at.getField());
            case T_END_HEADER -> header.lines().forEach(this::line);
            case T_START_MULTIPART -> {
                allowance.depth(open.size());
                open.push(new Multipart(at.getBodyDescriptor().getMimeType().endsWith("/alternative")));
            }
            case T_END_MULTIPART -> endMultipart();
            case T_BODY -> body(at);
            default -> {}
        }
    }

    List<Page> end() {
        return flow.end();
    }

    private void endMultipart() throws IOException {
        Text best = open.pop().best;
        if (best != null) {
            offer(best);
        }
    }

    private void body(MimeTokenStream at) throws IOException {
        BodyDescriptor descriptor = at.getBodyDescriptor();
        String type = descriptor.getMimeType().toLowerCase(Locale.ROOT);
        boolean html = type.equals("text/html");
        if (header.isAttachment() || !html && !type.equals("text/plain")) {
            attachment(at.getDecodedInputStream(), type);
            return;
        }
        byte[] bytes = at.getDecodedInputStream().readAllBytes();
        offer(new Text(bytes, html, descriptor.getCharset()));
    }

    /** Adds the text, unless it is one of several alternatives that are not all known yet. */
    private void offer(Text text) throws IOException {
        Multipart around = open.peek();
        if (around == null || !around.alternative) {
            add(text);
        } else if (around.best == null || text.html) {
            around.best = text;
        }
    }

    private void add(Text text) throws IOException {
        Charset charset = charset(text.charset);
        if (text.html) {
            String name = charset == null ? null : charset.name();
            HtmlReader.add(Jsoup.parse(new ByteArrayInputStream(text.bytes), name, ""), flow, allowance);
        } else {
            line(charset == null ? DecodeText.decode(text.bytes) : new String(text.bytes, charset));
        }
    }

    /** Parts without a name that are no attachments are pictures and styles of the text. */
    private void attachment(InputStream content, String type) throws IOException {
        String name = header.filename();
        if (name != null || header.isAttachment()) {
            long size = content.transferTo(OutputStream.nullOutputStream());
            line("Attachment: " + (name == null ? "unnamed" : name) + " (" + type + ", " + size + " bytes)");
        }
    }

    private void line(String text) {
        flow.text(text);
        flow.endParagraph();
    }

    /** Null when the mail names none, an unknown one, or ASCII, which is also what mails say that name none. */
    private static Charset charset(String name) {
        boolean known = name != null && !name.equalsIgnoreCase("us-ascii") && isSupported(name);
        return known ? Charset.forName(name) : null;
    }

    private static boolean isSupported(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException noName) {
            return false;
        }
    }
}
