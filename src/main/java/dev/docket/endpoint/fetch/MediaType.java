package dev.docket.endpoint.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The type of a document: what its server names, or if that means nothing, what its first bytes show. */
final class MediaType {
    /** How many bytes show a type. */
    static final int HEAD = 16;

    private static final String ANY = "application/octet-stream";
    private static final String TOKEN = "[a-z0-9][a-z0-9!#$&^_.+-]{0,99}";
    private static final Pattern NAMED = Pattern.compile("\\s*(" + TOKEN + "/" + TOKEN + ")\\s*(;.*)?");
    private static final Set<String> MEANINGLESS = Set.of(
            ANY,
            "binary/octet-stream",
            "application/binary",
            "application/download",
            "application/force-download",
            "application/x-download",
            "application/unknown",
            "unknown/unknown");

    private MediaType() {}

    /** @param named the value of the {@code Content-Type} header, or null */
    static String of(String named, byte[] head) {
        Matcher type = NAMED.matcher(named == null ? "" : named.toLowerCase(Locale.ROOT));
        return type.matches() && !MEANINGLESS.contains(type.group(1)) ? type.group(1) : shown(head);
    }

    private static String shown(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("%PDF-")) {
            return "application/pdf";
        }
        if (start.startsWith("\u0089PNG\r\n")) {
            return "image/png";
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return "image/jpeg";
        }
        if (start.startsWith("GIF8")) {
            return "image/gif";
        }
        if (start.startsWith("II*\0") || start.startsWith("MM\0*")) {
            return "image/tiff";
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return "image/webp";
        }
        return start.startsWith("{\\rtf") ? "application/rtf" : ANY;
    }
}
