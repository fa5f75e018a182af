package dev.docket.api.openapi;

import static dev.docket.api.openapi.ProblemCode.BODY_INCOMPLETE;
import static dev.docket.api.openapi.ProblemCode.BODY_TIMEOUT;
import static dev.docket.api.openapi.ProblemCode.BUSY;
import static dev.docket.api.openapi.ProblemCode.DATABASE_UNAVAILABLE;
import static dev.docket.api.openapi.ProblemCode.INTERNAL_ERROR;
import static dev.docket.api.openapi.ProblemCode.INVALID_REQUEST;
import static dev.docket.api.openapi.ProblemCode.MALFORMED_JSON;
import static dev.docket.api.openapi.ProblemCode.MALFORMED_QUERY;
import static dev.docket.api.openapi.ProblemCode.PAYLOAD_TOO_LARGE;
import static dev.docket.api.openapi.ProblemCode.UNAUTHORIZED;
import static dev.docket.api.openapi.Schemas.member;
import static dev.docket.api.openapi.Schemas.object;
import static dev.docket.api.openapi.Schemas.openObject;
import static dev.docket.api.openapi.Schemas.orNull;
import static dev.docket.api.openapi.Schemas.ref;
import static dev.docket.api.openapi.Schemas.text;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** What a route can answer: the one good answer, and a status for every problem it knows. */
final class Answers {
    /** Every route under {@code /v1} needs a key, a database and some luck. */
    static final Set<ProblemCode> ANY_CALL = EnumSet.of(UNAUTHORIZED, INTERNAL_ERROR, DATABASE_UNAVAILABLE);
    /** A route that reads parameters. */
    static final Set<ProblemCode> QUERY = EnumSet.of(MALFORMED_QUERY, INVALID_REQUEST);
    /** A route that reads a body. */
    static final Set<ProblemCode> BODY =
            EnumSet.of(MALFORMED_JSON, BODY_INCOMPLETE, BODY_TIMEOUT, PAYLOAD_TOO_LARGE, BUSY);

    private static final String JSON = "application/json";
    private static final Set<Integer> WORTH_A_WAIT = Set.of(429, 503);

    private Answers() {}

    static Schema problem() {
        return object("Why the call was refused.", member("detail", reason("The reason.")));
    }

    static Schema reason(String description) {
        return object(
                description,
                member("code", text("For programs: a name that does not change.")),
                member("message", text("For people.")),
                member("details", orNull(openObject("More for programs, or null."))));
    }

    static APIResponses of(String description, String schema, Object example, List<Set<ProblemCode>> problems) {
        APIResponses answers = OASFactory.createAPIResponses();
        answers.addAPIResponse("200", answer(description, schema, example));
        problems.stream().flatMap(Set::stream).collect(Collectors.groupingBy(ProblemCode::status)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(status -> answers.addAPIResponse(
                        Integer.toString(status.getKey()), refusal(status.getKey(), status.getValue())));
        return answers;
    }

    /** A second answer that is as good as the first. */
    static void addSuccess(APIResponses answers, String status, String description, String schema) {
        Map<String, APIResponse> sorted = new TreeMap<>(answers.getAPIResponses());
        sorted.put(status, answer(description, schema, null));
        answers.setAPIResponses(new LinkedHashMap<>(sorted));
    }

    static Content json(Schema schema, Object example) {
        MediaType type = OASFactory.createMediaType().schema(schema);
        return OASFactory.createContent().addMediaType(JSON, example == null ? type : type.example(example));
    }

    private static APIResponse answer(String description, String schema, Object example) {
        return OASFactory.createAPIResponse()
                .description(description)
                .addHeader("x-request-id", header("The call's id, as in the service's log.", text(null)))
                .content(json(ref(schema), example));
    }

    private static APIResponse refusal(int status, List<ProblemCode> codes) {
        String meanings = codes.stream()
                .map(code -> "`" + code.wire() + "`: " + code.meaning())
                .collect(Collectors.joining("\n\n"));
        APIResponse refusal = answer(meanings, "Problem", null);
        return WORTH_A_WAIT.contains(status)
                ? refusal.addHeader("Retry-After", header("Seconds to wait.", Schemas.whole(null)))
                : refusal;
    }

    private static Header header(String description, Schema schema) {
        return OASFactory.createHeader().description(description).schema(schema);
    }
}
