package dev.docket.functional.local;

import dev.docket.endpoint.document.ReadAnyDocument;
import dev.docket.endpoint.document.ReadDocument;
import dev.docket.endpoint.document.SentDocument;
import dev.docket.job.Payload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Reads documents as every local call does. */
final class Reading {
    private Reading() {}

    static ReadDocument read(String filename, byte[] bytes) {
        String url = "data:;base64," + Base64.getEncoder().encodeToString(bytes) + '"';
        SentDocument sent = new SentDocument(filename, Payload.of(url.getBytes(StandardCharsets.UTF_8)));
        try {
            return new ReadAnyDocument(Parsing.limits(Map.of())).read(sent);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
