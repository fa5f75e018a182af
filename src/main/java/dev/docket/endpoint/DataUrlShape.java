package dev.docket.endpoint;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The bytes of a document inside a request. Only what stands before the comma is looked at: decoding is the work of the
 * run, and a create must not hold the document a second time.
 */
record DataUrlShape() implements Shape {
    private static final String FORM = "data:<mime>;base64,<bytes>";
    private static final Pattern PREFIX = Pattern.compile("data:[^/;,\\s]+/[^/;,\\s]+(;[^;,]*)*;base64,");
    private static final Pattern REMOTE = Pattern.compile("(?i)(https?|ftp|file|s3|gs):.*", Pattern.DOTALL);

    @Override
    public void check(RequestReader reader, String path) throws IOException {
        if (!reader.at(JsonToken.VALUE_STRING)) {
            reader.refuse(path, expected(), reader.kind());
            return;
        }
        StringHead head = reader.shortHead();
        int comma = head.text().indexOf(',');
        String prefix = head.text().substring(0, comma + 1);
        if (REMOTE.matcher(head.text()).matches()) {
            reader.report(path, FORM + "; documents are sent inline, remote URLs are not fetched", scheme(head.text()));
        } else if (!PREFIX.matcher(prefix).matches()) {
            reader.report(path, expected(), got(head.text(), prefix));
        } else if (head.whole() && head.text().substring(comma + 1).isBlank()) {
            reader.report(path, "base64 bytes after the comma", "nothing after " + Excerpt.of(prefix));
        }
    }

    private static String scheme(String url) {
        return "a URL of the scheme " + url.substring(0, url.indexOf(':'));
    }

    private static String got(String text, String prefix) {
        if (text.isEmpty()) {
            return "an empty string";
        }
        // Without a data URL's start nothing tells whether this is the document's own text, so none of it is shown.
        return text.startsWith("data:") && !prefix.isEmpty()
                ? Excerpt.of(prefix)
                : "a string that is not a data URL";
    }

    @Override
    public String expected() {
        return "a data URL, " + FORM + " (a document is {filename, url}, not {content, mime_type})";
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string", "pattern", "^" + PREFIX.pattern());
    }
}
