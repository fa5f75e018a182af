package dev.docket.api;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.docket.endpoint.Fault;
import dev.docket.job.Payload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The members of a body's outermost object, found in one pass over all of it; their values are cut out, not decoded.
 *
 * @param kind what the body is; null when it is empty
 * @param members the known members that are there
 * @param firstUnknown the name of the first member that is not known
 * @param faults a fault for each known member that is there twice
 */
record TopLevel(JsonToken kind, Map<String, Member> members, Optional<String> firstUnknown, List<Fault> faults) {
    /** The known scalars are short; more than this of one is not looked at. */
    private static final int SCALAR = 4 * 1024;

    /**
     * A value as it was sent.
     *
     * @param text exactly its bytes if it is an object or an array; else its first bytes and perhaps some that follow
     */
    record Member(JsonToken kind, Payload text) {}

    /** Reads a body; one that is not UTF-8 or not a single JSON value is refused with a 400. */
    static TopLevel read(Payload body, Set<String> known) {
        StrictJson.checkText(body);
        try (JsonParser parser = StrictJson.open(body)) {
            return only(parser, body, known);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static TopLevel only(JsonParser parser, Payload body, Set<String> known) throws IOException {
        try {
            TopLevel found = pass(parser, body, known);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "more than one value", parser.currentTokenLocation());
            }
            return found;
        } catch (JsonProcessingException broken) {
            throw StrictJson.malformed(broken, parser);
        }
    }

    private static TopLevel pass(JsonParser parser, Payload body, Set<String> known) throws IOException {
        Map<String, Member> members = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        String unknown = null;
        JsonToken kind = parser.nextToken();
        if (kind != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return new TopLevel(kind, members, Optional.empty(), faults);
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Member member = member(parser, body);
            if (!known.contains(name)) {
                unknown = unknown == null ? name : unknown;
            } else if (members.putIfAbsent(name, member) != null) {
                faults.add(new Fault(name, "one member of this name", "two"));
            }
        }
        return new TopLevel(kind, members, Optional.ofNullable(unknown), faults);
    }

    private static Member member(JsonParser parser, Payload body) throws IOException {
        JsonToken kind = parser.currentToken();
        int from = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
        if (!kind.isStructStart()) {
            return new Member(kind, body.slice(from, Math.min(body.length(), from + SCALAR)));
        }
        parser.skipChildren();
        int to = Math.toIntExact(parser.currentLocation().getByteOffset());
        return new Member(kind, body.slice(from, to));
    }
}
