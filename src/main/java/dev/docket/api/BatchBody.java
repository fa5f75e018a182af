package dev.docket.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.docket.endpoint.Fault;
import dev.docket.job.Payload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts the body of a batch of creates into its entries, which keep the bytes that were sent. */
final class BatchBody {
    static final int MOST = 1_000;

    private static final String EXPECTED = "an array of 1 to " + MOST + " creates";

    private BatchBody() {}

    /** The entries, each a whole JSON value of any kind; a body that has none, or too many, is refused as a whole. */
    static List<Payload> read(Payload body) {
        TopLevel top = TopLevel.read(body, Set.of("jobs"));
        TopLevel.Member jobs = top.members().get("jobs");
        if (jobs == null || jobs.kind() != JsonToken.START_ARRAY) {
            throw refused(Shown.kind(jobs == null ? null : jobs.kind()));
        }
        if (!top.faults().isEmpty()) {
            throw InvalidRequest.of(top.faults());
        }
        List<Payload> entries = entries(jobs.text());
        if (entries.isEmpty() || entries.size() > MOST) {
            throw refused(entries.isEmpty() ? "none" : "more");
        }
        return entries;
    }

    /** The array has passed the parser before, so it is whole. */
    private static List<Payload> entries(Payload array) {
        List<Payload> entries = new ArrayList<>();
        try (JsonParser parser = StrictJson.open(array)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY && entries.size() <= MOST) {
                entries.add(entry(parser, array));
            }
            return entries;
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("text that was read before can be read again", broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Payload entry(JsonParser parser, Payload array) throws IOException {
        int from = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
        if (parser.currentToken().isStructStart()) {
            parser.skipChildren();
        } else {
            parser.finishToken();
        }
        return array.slice(from, Math.toIntExact(parser.currentLocation().getByteOffset()));
    }

    private static ProblemException refused(String got) {
        return InvalidRequest.of(List.of(new Fault("jobs", EXPECTED, got)));
    }
}
