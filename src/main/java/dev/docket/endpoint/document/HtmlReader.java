package dev.docket.endpoint.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;

/** Reads a web page as a browser without scripts shows it: text, lists and tables of its body. */
final class HtmlReader implements Reader {
    private static final int HEAD = 4096;

    @Override
    public List<Page> read(Document document, Allowance allowance) throws IOException {
        byte[] bytes = document.bytes();
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        boolean named = head.contains("charset") || head.startsWith("\u00ff\u00fe") || head.startsWith("\u00fe\u00ff");
        String charset = named ? null : DecodeText.isUtf8(bytes) ? "UTF-8" : "windows-1252";
        Flow flow = new Flow(allowance);
        try (InputStream in = allowance.open(bytes)) {
            add(Jsoup.parse(in, charset, ""), flow, allowance);
        }
        return flow.end();
    }

    /** Adds the page to what a document of another kind has so far, as the body of a mail. */
    static void add(org.jsoup.nodes.Document page, Flow flow, Allowance allowance) {
        page.body().traverse(new HtmlVisitor(flow, allowance));
        flow.closeParagraph();
    }
}
