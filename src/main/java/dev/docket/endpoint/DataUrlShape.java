package dev.docket.endpoint;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes of a document inside a request. Only what stands before the comma is looked at: decoding is the work of the
 * run, and a create must not hold the document a second time.
 */
record DataUrlShape() implements Shape {
    private static final String FORM = "data:<mime>;base64,<bytes>";
    private static final Pattern PREFIX = Pattern.compile("data:[^/;,\\s]+/[^/;,\\s]+(;[^;,]*)*;base64,");
    private static final Pattern REMOTE = Pattern.compile("(?i)(https?|ftp|file|s3|gs):");

    @Override
    public void check(RequestReader reader, String path) throws IOException {
        if (!reader.at(JsonToken.VALUE_STRING)) {
            reader.refuse(path, expected(), reader.kind());
            return;
        }
        StringHead head = reader.shortHead();
        int comma = head.text().indexOf(',');
        String prefix = head.text().substring(0, comma + 1);
        if (!PREFIX.matcher(prefix).matches()) {
            refuse(reader, path, head.text(), prefix);
        } else if (head.whole() && head.text().substring(comma + 1).isBlank()) {
            reader.report(path, "base64 bytes after the comma", "nothing after " + Excerpt.of(prefix));
        }
    }

    private void refuse(RequestReader reader, String path, String text, String prefix) throws IOException {
        Matcher remote = REMOTE.matcher(text);
        if (remote.lookingAt()) {
            remote(reader, path, remote.group(1));
        } else {
            reader.report(path, expected(), got(text, prefix));
        }
    }

    private static void remote(RequestReader reader, String path, String scheme) throws IOException {
        Optional<FetchRules> rules = reader.fetchRules();
        if (rules.isPresent() && rules.get().allowed()) {
            reader.fetchLater(path, rules.get())
                    .ifPresent(got -> reader.report(path, FORM + ", or an https URL that may be fetched", got));
            return;
        }
        String inline = FORM + "; documents are sent inline, remote URLs are not fetched";
        String unless = " unless the operator allows it by docket.documents.fetch.allowed";
        reader.report(path, rules.isPresent() ? inline + unless : inline, "a URL of the scheme " + scheme);
    }

    private static String got(String text, String prefix) {
        if (text.isEmpty()) {
            return "an empty string";
        }
        // Without a data URL's start nothing tells whether this is the document's own text, so none of it is shown.
        return text.startsWith("data:") && !prefix.isEmpty() ? Excerpt.of(prefix) : "a string that is not a data URL";
    }

    @Override
    public String expected() {
        return "a data URL, " + FORM + " (a document is {filename, url}, not {content, mime_type})";
    }

    @Override
    public void describe(Map<String, Object> schema) {
        schema.put("type", "string");
        schema.put("pattern", "^(" + PREFIX.pattern() + "\\s*\\S|[Hh][Tt][Tt][Pp][Ss]://)");
    }
}
