package dev.docket.functional.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.endpoint.CheckedRequest;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.RequestCheck;
import dev.docket.functional.fetch.FetchSettings;
import dev.docket.job.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Short ways to have a request checked. */
final class Checking {
    private static final RequestCheck CHECK = new RequestCheck(FetchSettings.rules());

    private Checking() {}

    static CheckedRequest check(Endpoint endpoint, JsonNode request) {
        try {
            return check(endpoint, SdkRequests.JSON.writeValueAsBytes(request));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static CheckedRequest check(Endpoint endpoint, String json) {
        return check(endpoint, json.getBytes(StandardCharsets.UTF_8));
    }

    static CheckedRequest check(Endpoint endpoint, byte[] bytes) {
        return CHECK.check(endpoint, Payload.of(bytes));
    }

    /** Checks the request as it comes from a socket, in segments of one size. */
    static CheckedRequest checkInSegments(Endpoint endpoint, byte[] bytes, int size) {
        List<ByteBuffer> segments = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += size) {
            segments.add(ByteBuffer.wrap(bytes, from, Math.min(size, bytes.length - from)));
        }
        return CHECK.check(endpoint, new Payload(segments));
    }

    static List<String> paths(CheckedRequest checked) {
        return checked.faults().stream().map(fault -> fault.path()).toList();
    }
}
