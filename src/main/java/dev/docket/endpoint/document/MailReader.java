package dev.docket.endpoint.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/** Reads mails and saved web pages as a stream of their parts. */
final class MailReader implements Reader {
    private static final int LONGEST_LINE = 1024 * 1024;
    private static final int MOST_HEADERS = 10_000;
    private static final MimeConfig CONFIG = new MimeConfig.Builder()
            .setMaxLineLen(LONGEST_LINE)
            .setMaxHeaderLen(LONGEST_LINE)
            .setMaxHeaderCount(MOST_HEADERS)
            .build();

    @Override
    public List<Page> read(Document document, Allowance allowance) throws IOException {
        MimeTokenStream stream = new MimeTokenStream(CONFIG);
        MailParts parts = new MailParts(allowance);
        try (InputStream bytes = allowance.open(document.bytes())) {
            stream.parse(bytes);
            for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
                WorkStopped.check();
                parts.see(state, stream);
            }
        } catch (MimeException broken) {
            throw new IOException(broken);
        }
        return parts.end();
    }
}
