package dev.docket.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.stream.Field;

/** One part of a form: its headers, as far as they say something, and what becomes of its content. */
final class FormPart {
    private static final int LONGEST_FIELD = 64 * 1024;
    private static final Set<String> WORDS = Set.of("model", "extraction_id");
    private static final Set<String> VALUES =
            Set.of("temperature", "image_resolution_dpi", "n_consensus", "seed", "store", "metadata");

    private static final Pattern NAME = Pattern.compile("[;\\s]name=\"([^\"]*)\"");
    private static final Pattern FILENAME = Pattern.compile("[;\\s]filename=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern MIME = Pattern.compile("[A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+");

    private String name = "";
    private String filename;
    private String mime = "application/octet-stream";

    /** Header fields are UTF-8, as all clients send them. */
    void header(Field field) {
        String text = new String(field.getRaw().toByteArray(), StandardCharsets.UTF_8);
        if (field.getName().equalsIgnoreCase("Content-Disposition")) {
            name = found(NAME, text, "");
            filename = found(FILENAME, text, null);
        } else if (field.getName().equalsIgnoreCase("Content-Type")) {
            String type = text.substring(text.indexOf(':') + 1);
            Matcher known = MIME.matcher(type);
            mime = known.find() ? known.group() : mime;
        }
    }

    /** Documents and the known fields are written; other parts are passed over. */
    void write(InputStream content, FormWriter json) throws IOException {
        if (name.equals("document") || name.equals("documents")) {
            String shown = filename == null
                    ? "document"
                    : filename.replace("%22", "\"").replaceAll("\\\\(.)", "$1");
            json.document(name.equals("documents"), shown, mime, content);
        } else if (WORDS.contains(name)) {
            json.text(name, field(content));
        } else if (VALUES.contains(name)) {
            json.value(name, field(content));
        }
    }

    private static String field(InputStream content) throws IOException {
        return new String(content.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8);
    }

    private static String found(Pattern pattern, String text, String otherwise) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : otherwise;
    }
}
