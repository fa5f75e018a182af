package dev.docket.endpoint.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.MimeParameterMapping;

/** The header fields of a mail or of one of its parts that matter to a reader. */
final class MailHeader {
    private static final List<String> SHOWN = List.of("From", "To", "Cc", "Date", "Subject");

    private final Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final MimeParameterMapping disposition = new MimeParameterMapping();
    private final MimeParameterMapping type = new MimeParameterMapping();
    private boolean attachment;

    void add(Field field) {
        String name = field.getName();
        if (name.equalsIgnoreCase("Content-Disposition")) {
            attachment = parameters(field, disposition).equalsIgnoreCase("attachment");
        } else if (name.equalsIgnoreCase("Content-Type")) {
            parameters(field, type);
        } else {
            fields.putIfAbsent(name, decoded(field.getBody()));
        }
    }

    /** What a reader sees above the text; nothing for a part that is no message. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String name : SHOWN) {
            if (fields.containsKey(name)) {
                lines.add(name + ": " + fields.get(name));
            }
        }
        if (!lines.isEmpty()) {
            lines.add("");
        }
        return lines;
    }

    boolean isAttachment() {
        return attachment;
    }

    /** The name of the part, or null. */
    String filename() {
        String name = disposition.get("filename");
        String found = name != null ? name : type.get("name");
        return found == null ? null : decoded(found);
    }

    private static String parameters(Field field, MimeParameterMapping into) {
        RawField raw = field instanceof RawField already ? already : new RawField(field.getName(), field.getBody());
        RawBody body = RawFieldParser.DEFAULT.parseRawBody(raw);
        for (NameValuePair parameter : body.getParams()) {
            into.addParameter(parameter.getName(), parameter.getValue());
        }
        return body.getValue() == null ? "" : body.getValue();
    }

    private static String decoded(String text) {
        return text == null
                ? ""
                : DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT, StandardCharsets.UTF_8)
                        .strip();
    }
}
