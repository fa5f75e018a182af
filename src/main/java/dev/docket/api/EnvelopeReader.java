package dev.docket.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Fault;
import dev.docket.job.Payload;
import dev.docket.job.TimeLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the members of a create call. Other members are ignored, as the published API does. */
final class EnvelopeReader {
    private static final String KEY = "idempotency_key";
    private static final Set<String> MEMBERS =
            Set.of("endpoint", "request", "metadata", TimeLimitMembers.EXECUTION, TimeLimitMembers.QUEUE, KEY);
    private static final String ENDPOINTS =
            "one of " + Arrays.stream(Endpoint.values()).map(Endpoint::path).collect(Collectors.joining(", "));
    private static final String REQUEST = "an object, the body of the endpoint's own call";

    private final TopLevel body;
    private final boolean keyed;
    private final List<Fault> faults = new ArrayList<>();

    /** @param keyed whether the idempotency key is one of the members */
    EnvelopeReader(Payload body, boolean keyed) {
        this.body = TopLevel.read(body, MEMBERS);
        this.keyed = keyed;
    }

    CreateEnvelope read() {
        faults.addAll(body.faults());
        if (body.kind() != null && body.kind() != JsonToken.START_OBJECT) {
            faults.add(new Fault("body", "an object with endpoint and request", Shown.kind(body.kind())));
            return new CreateEnvelope.Faulty(faults, Optional.empty(), Optional.empty());
        }
        Optional<Endpoint> endpoint = endpoint();
        Optional<Payload> request = request();
        Metadata metadata = Metadata.read(body.members().get("metadata"), faults);
        TimeLimits limits = TimeLimitMembers.read(body.members(), faults);
        IdempotencyText key = keyed ? key() : null;
        if (!faults.isEmpty()) {
            return new CreateEnvelope.Faulty(faults, endpoint, request);
        }
        String path = endpoint.orElseThrow().path();
        CreateCall call = new CreateCall(path, request.orElseThrow(), metadata.pairs(), metadata.json(), limits, key);
        return new CreateEnvelope.Understood(call);
    }

    private Optional<Endpoint> endpoint() {
        TopLevel.Member member = body.members().get("endpoint");
        if (member == null || member.kind() != JsonToken.VALUE_STRING) {
            faults.add(new Fault("endpoint", ENDPOINTS, Shown.kind(member == null ? null : member.kind())));
            return Optional.empty();
        }
        Optional<String> sent = shortString(member.text());
        Optional<Endpoint> endpoint = sent.flatMap(Endpoint::ofPath);
        if (endpoint.isEmpty()) {
            faults.add(new Fault("endpoint", ENDPOINTS, sent.map(Shown::text).orElse("a very long string")));
        }
        return endpoint;
    }

    private IdempotencyText key() {
        TopLevel.Member member = body.members().get(KEY);
        if (member == null || member.kind() == JsonToken.VALUE_NULL) {
            return null;
        }
        Optional<IdempotencyText> key = MemberText.of(member).flatMap(IdempotencyText::parse);
        if (key.isEmpty()) {
            faults.add(new Fault(KEY, IdempotencyText.SHAPE, Shown.kind(member.kind())));
        }
        return key.orElse(null);
    }

    private Optional<Payload> request() {
        TopLevel.Member member = body.members().get("request");
        if (member == null || member.kind() != JsonToken.START_OBJECT) {
            faults.add(new Fault("request", REQUEST, Shown.kind(member == null ? null : member.kind())));
            return Optional.empty();
        }
        return Optional.of(member.text());
    }

    /** Decodes a string that starts the text; empty when the text was cut before its end. */
    private static Optional<String> shortString(Payload text) {
        try (JsonParser parser = StrictJson.open(text)) {
            parser.nextToken();
            return Optional.of(parser.getText());
        } catch (JsonProcessingException cut) {
            // The whole body has passed the parser, so this can only be the cut.
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
