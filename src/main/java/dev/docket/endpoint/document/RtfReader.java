package dev.docket.endpoint.document;

import com.rtfparserkit.parser.RtfStreamSource;
import com.rtfparserkit.parser.standard.StandardRtfParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads RTF: text, tables and page breaks. */
final class RtfReader implements Reader {
    @Override
    public List<Page> read(Document document, Allowance allowance) throws IOException {
        Flow flow = new Flow(allowance);
        try (InputStream bytes = allowance.open(document.bytes())) {
            new StandardRtfParser().parse(new RtfStreamSource(bytes), new RtfListener(flow));
        }
        return flow.end();
    }
}
