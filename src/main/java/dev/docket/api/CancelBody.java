package dev.docket.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.endpoint.Fault;
import dev.docket.job.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a cancel asks for besides the cancel.
 *
 * @param reason kept with the cancellation, or null
 * @param onlyIfQueued whether a job that an executor has already taken is to be left alone
 */
public record CancelBody(String reason, boolean onlyIfQueued) {
    private static final int LONGEST_REASON = 512;

    /** Reads the body of a cancel: none, an empty object, or one with {@code reason} and {@code only_if_queued}. */
    public static CancelBody read(Payload body) {
        JsonNode object = EmptyOrObjectBody.read(body, Set.of("reason", "only_if_queued"));
        List<Fault> faults = new ArrayList<>();
        CancelBody call = read(object, faults);
        if (!faults.isEmpty()) {
            throw InvalidRequest.of(faults);
        }
        return call;
    }

    /** Reads the members of an object that may have more. */
    static CancelBody read(JsonNode object, List<Fault> faults) {
        return new CancelBody(reason(object.path("reason"), faults), BodyFlag.read(object, "only_if_queued", faults));
    }

    private static String reason(JsonNode node, List<Fault> faults) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        String text = node.textValue();
        int length = text == null ? 0 : text.codePointCount(0, text.length());
        boolean good =
                text != null && length <= LONGEST_REASON && text.indexOf('\0') < 0 && !Shown.hasLoneSurrogate(text);
        if (!good) {
            String expected = "a string of at most " + LONGEST_REASON + " characters, without NUL";
            faults.add(new Fault("reason", expected, got(node, text, length)));
        }
        return text;
    }

    private static String got(JsonNode node, String text, int length) {
        if (text == null) {
            return Shown.kind(node.asToken());
        }
        return length > LONGEST_REASON ? length + " characters" : Shown.text(text);
    }
}
