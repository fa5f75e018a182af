package dev.docket.endpoint;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One pass over one request: where it stands, what was wrong so far, and what the list will filter by. */
final class RequestReader {
    private static final int FAULTS_LIMIT = 100;
    /** Enough for the longest {@code data:<mime>;base64,} in use, in bytes. */
    private static final int SHORT_HEAD = 512;

    private final JsonParser parser;
    private final StringHeads heads;
    private final Optional<FetchRules> fetchRules;
    private final FactCollector facts = new FactCollector();
    private final List<Fault> faults = new ArrayList<>();
    private final List<RemoteDocument> remote = new ArrayList<>();
    private String place;

    RequestReader(JsonParser parser, StringHeads heads, Optional<FetchRules> fetchRules) {
        this.parser = parser;
        this.heads = heads;
        this.fetchRules = fetchRules;
    }

    /** Notes where the reading is, for a fault that ends it. */
    String enter(String path) {
        place = path;
        return path;
    }

    JsonToken next() throws IOException {
        return parser.nextToken();
    }

    /** Passes over the rest of the value that was begun. */
    void skip() throws IOException {
        parser.skipChildren();
    }

    boolean at(JsonToken token) {
        return parser.currentToken() == token;
    }

    boolean atNumber() {
        return at(JsonToken.VALUE_NUMBER_INT) || at(JsonToken.VALUE_NUMBER_FLOAT);
    }

    /** The number it stands on; infinite when it is too large for a double. */
    double number() throws IOException {
        return Double.parseDouble(parser.getText());
    }

    String name() throws IOException {
        return parser.currentName();
    }

    String shortName() throws IOException {
        return Excerpt.of(parser.currentName());
    }

    StringHead shortHead() {
        return head(SHORT_HEAD);
    }

    private StringHead head(int limit) {
        return heads.at(parser.currentTokenLocation().getByteOffset(), limit);
    }

    /** Lets the value at a path be remembered if it is a string that the list filters by. */
    void offerFact(String path) {
        if (at(JsonToken.VALUE_STRING) && facts.wants(path)) {
            facts.take(path, head(StringHeads.LONGEST).text());
        }
    }

    /** Which URLs may be fetched; empty where nothing is fetched whatever is configured. */
    Optional<FetchRules> fetchRules() {
        return fetchRules;
    }

    /** Takes the string it stands on as the URL of a document to be fetched, or says what it is instead of one. */
    Optional<String> fetchLater(String path, FetchRules rules) {
        StringHead head = head(StringHeads.LONGEST);
        UrlReading reading = head.whole() ? rules.read(head.text()) : new UrlReading.Refused("a very long URL");
        if (reading instanceof UrlReading.Refused refused) {
            return Optional.of(refused.what());
        }
        if (remote.size() == rules.maxDocuments()) {
            return Optional.of("more than " + rules.maxDocuments() + " URLs in one request");
        }
        int from = (int) parser.currentTokenLocation().getByteOffset();
        remote.add(new RemoteDocument(path, from, from + head.bytes() + 2, ((UrlReading.Fetchable) reading).url()));
        return Optional.empty();
    }

    /** Reports a fault; those past the hundredth are dropped. */
    void report(String path, String expected, String got) {
        if (faults.size() < FAULTS_LIMIT) {
            faults.add(new Fault(path, expected, got));
        }
    }

    /** Reports the value it stands on and passes over it. */
    void refuse(String path, String expected, String got) throws IOException {
        report(path, expected, got);
        skip();
    }

    /** Reports that the request cannot be read any further. */
    void giveUp(String expected, String got) {
        report(place, expected, got);
    }

    /** What kind of value it stands on. */
    String kind() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NULL -> "null";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            default -> "a number";
        };
    }

    /** The value it stands on if it is a short scalar, else its kind: a long string may be a document out of place. */
    String value() throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> quoted(shortHead());
            case START_OBJECT, START_ARRAY -> kind();
            default -> Excerpt.of(parser.getText());
        };
    }

    private static String quoted(StringHead head) {
        int comma = head.text().indexOf(',');
        if (head.text().startsWith("data:")) {
            return comma < 0 ? "a data URL" : Excerpt.of(head.text().substring(0, comma + 1));
        }
        String excerpt = Excerpt.of(head.text());
        return head.whole() && !excerpt.endsWith("…") ? '"' + excerpt + '"' : "a long string";
    }

    CheckedRequest result() {
        return new CheckedRequest(List.copyOf(faults), facts.facts(), List.copyOf(remote));
    }
}
