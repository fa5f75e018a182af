package dev.docket.endpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.docket.job.Payload;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Checks a request against its endpoint's model when a job is made, so that a job that cannot work is refused at once
 * and not found failed later. One pass over the bytes: no tree is built, and no string is held but its first bytes, so
 * the memory it takes does not depend on the document.
 */
@Singleton
public class RequestCheck {
    private static final int MAX_DEPTH = 500;
    private static final int MAX_NAME_LENGTH = 50_000;
    private static final int MAX_NUMBER_LENGTH = 1_000;

    /**
     * The limit on strings bounds what the parser gathers of an endless number; strings themselves are only passed
     * over. Names are not interned: they are the clients', and would never leave memory.
     */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNameLength(MAX_NAME_LENGTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .maxStringLength(MAX_NUMBER_LENGTH)
                    .build())
            .build();

    private final FetchRules fetchRules;

    public RequestCheck(FetchRules fetchRules) {
        this.fetchRules = fetchRules;
    }

    /**
     * Reads a request to its end and says everything that is wrong with it, up to a hundred faults. Never throws: bytes
     * that are no JSON, or go beyond a limit on depth, names or numbers, end the reading with a fault of their own.
     */
    public CheckedRequest check(Endpoint endpoint, Payload request) {
        return check(RequestModels.of(endpoint), "request", request, Optional.of(fetchRules));
    }

    /** Reads the body of the making of a project in the same way. */
    public List<Fault> checkNewProject(Payload body) {
        return check(ProjectModels.NEW, "body", body, Optional.empty()).faults();
    }

    /** Reads the body of a change of a project in the same way. */
    public List<Fault> checkProjectChange(Payload body) {
        return check(ProjectModels.CHANGE, "body", body, Optional.empty()).faults();
    }

    /** Reads the body of the making of a template in the same way. */
    public List<Fault> checkNewTemplate(Payload body) {
        return check(TemplateModels.NEW, "body", body, Optional.empty()).faults();
    }

    /** Reads the body of a change, or of the doubling, of a template in the same way. */
    public List<Fault> checkTemplateChange(Payload body) {
        return check(TemplateModels.CHANGE, "body", body, Optional.empty()).faults();
    }

    /** Without rules there is nobody who would fetch a document. */
    private static CheckedRequest check(ObjectShape model, String root, Payload text, Optional<FetchRules> fetchRules) {
        try (JsonParser parser = parserOf(text)) {
            RequestReader reader = new RequestReader(parser, new StringHeads(text.segments()), fetchRules);
            read(model, reader.enter(root), parser, reader);
            return reader.result();
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail to be opened", e);
        }
    }

    /** Each with a table of names of its own: a shared one, grown by one odd request, is copied for all later ones. */
    private static JsonParser parserOf(Payload request) throws IOException {
        return JSON.copy().createParser(request.open());
    }

    private static void read(ObjectShape model, String root, JsonParser parser, RequestReader reader) {
        try {
            if (reader.next() == null) {
                reader.giveUp("an object", "nothing");
                return;
            }
            model.check(reader, root);
            if (reader.next() != null) {
                reader.report(root, "one object", "more after its end");
            }
        } catch (StreamConstraintsException e) {
            boolean tooDeep = parser.getParsingContext().getNestingDepth() > MAX_DEPTH;
            reader.giveUp(tooDeep ? depthLimit() : lengthLimits(), tooDeep ? "deeper nesting" : "a longer one");
        } catch (IOException e) {
            reader.giveUp("well-formed JSON in UTF-8", "something else");
        }
    }

    private static String depthLimit() {
        return "at most " + MAX_DEPTH + " levels of nesting";
    }

    private static String lengthLimits() {
        return "names of at most " + MAX_NAME_LENGTH + " and numbers of at most " + MAX_NUMBER_LENGTH + " characters";
    }
}
