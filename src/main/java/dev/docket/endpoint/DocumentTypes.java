package dev.docket.endpoint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The file types that lists can be filtered by, as published. */
public final class DocumentTypes {
    private static final List<String> ALL = List.of(
            "bmp", "csv", "doc", "docm", "docx", "dotm", "dotx", "eml", "gif", "heic", "heif", "htm", "html", "jpeg",
            "jpg", "json", "md", "mhtml", "msg", "odp", "ods", "odt", "ots", "ott", "pdf", "png", "ppt", "pptx", "rtf",
            "svg", "tif", "tiff", "tsv", "txt", "webp", "xlam", "xls", "xlsb", "xlsm", "xlsx", "xltm", "xltx", "xml",
            "yaml", "yml");

    private DocumentTypes() {}

    /** All of them, in alphabetical order. */
    public static List<String> all() {
        return ALL;
    }

    /** The type that the extension of a filename names; empty when it has none, or one that is not published. */
    public static Optional<String> ofFilename(String filename) {
        String extension =
                filename.substring(filename.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
        return filename.indexOf('.') >= 0 && ALL.contains(extension) ? Optional.of(extension) : Optional.empty();
    }
}
