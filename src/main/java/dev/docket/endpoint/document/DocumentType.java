package dev.docket.endpoint.document;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types of files by the names that filenames and data URLs give them. */
public enum DocumentType {
    PDF("PDF", "pdf", "application/pdf application/x-pdf"),
    DOCX("Word", "docx docm dotx dotm", officeNames("wordprocessingml.document wordprocessingml.template")),
    XLSX("Excel", "xlsx xlsm xltx xltm xlam", officeNames("spreadsheetml.sheet spreadsheetml.template")),
    PPTX("PowerPoint", "pptx pptm potx ppsx", officeNames("presentationml.presentation presentationml.slideshow")),
    DOC("Word 97", "doc dot", "application/msword"),
    XLS("Excel 97", "xls xlt", "application/vnd.ms-excel"),
    PPT("PowerPoint 97", "ppt pot pps", "application/vnd.ms-powerpoint"),
    MSG("Outlook message", "msg", "application/vnd.ms-outlook"),
    ODT("OpenDocument text", "odt ott", openNames("text text-template")),
    ODS("OpenDocument spreadsheet", "ods ots", openNames("spreadsheet spreadsheet-template")),
    ODP("OpenDocument presentation", "odp otp", openNames("presentation presentation-template")),
    RTF("RTF", "rtf", "application/rtf text/rtf application/x-rtf"),
    HTML("HTML", "html htm xhtml", "text/html application/xhtml+xml"),
    EML("e-mail", "eml", "message/rfc822"),
    MHTML("MHTML", "mhtml mht", "multipart/related application/x-mimearchive"),
    CSV("CSV", "csv", "text/csv application/csv text/comma-separated-values"),
    TSV("TSV", "tsv tab", "text/tab-separated-values"),
    TEXT(
            "text",
            "txt text md markdown log json jsonl ndjson xml yaml yml toml ini cfg conf properties env rst adoc org tex"
                    + " bib srt vtt ics vcf sql graphql proto diff patch css scss sass less js mjs cjs jsx ts tsx vue"
                    + " svelte svg py pyi ipynb java kt kts scala groovy"
                    + " gradle clj go rs c h cc cpp cxx hpp hh cs fs vb"
                    + " swift m mm dart php rb pl pm lua r jl sh bash zsh fish bat cmd ps1 dockerfile makefile cmake tf"
                    + " hcl erl ex exs hs ml elm nim zig asm s",
            "text/plain text/markdown application/json application/xml text/xml application/yaml application/x-yaml"
                    + " text/yaml application/javascript application/x-ndjson image/svg+xml application/sql"),
    IMAGE(
            "image",
            "png jpg jpeg gif bmp tif tiff webp heic heif",
            "image/png image/jpeg image/jpg image/gif image/bmp image/tiff image/webp image/heic image/heif"),
    AUDIO(
            "audio or video",
            "mp3 mp4 mpeg mpga m4a wav webm ogg flac",
            "audio/mpeg audio/mp4 audio/wav audio/webm video/mp4 video/mpeg video/webm");

    private static final Map<String, DocumentType> BY_EXTENSION = index(type -> type.extensions);
    private static final Map<String, DocumentType> BY_MIME = index(type -> type.mimes);

    private final String label;
    private final Set<String> extensions;
    private final Set<String> mimes;

    DocumentType(String label, String extensions, String mimes) {
        this.label = label;
        this.extensions = Set.of(extensions.split(" "));
        this.mimes = Set.of(mimes.split(" "));
    }

    /** The type's name in a message. */
    public String label() {
        return label;
    }

    /** Whether the content is characters all through, so that bytes alone don't tell it from others of the kind. */
    public boolean isText() {
        return switch (this) {
            case HTML, EML, MHTML, CSV, TSV, TEXT -> true;
            default -> false;
        };
    }

    static Optional<DocumentType> ofFilename(String filename) {
        String name = filename.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_EXTENSION.get(name.substring(name.lastIndexOf('.') + 1)));
    }

    static Optional<DocumentType> ofMime(String mime) {
        String name = mime.toLowerCase(Locale.ROOT).strip();
        DocumentType known = BY_MIME.get(name);
        return known == null && name.startsWith("text/") ? Optional.of(TEXT) : Optional.ofNullable(known);
    }

    private static Map<String, DocumentType> index(Function<DocumentType, Set<String>> names) {
        return Stream.of(values())
                .flatMap(type -> names.apply(type).stream().map(name -> Map.entry(name, type)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String officeNames(String names) {
        return prefixed("application/vnd.openxmlformats-officedocument.", names);
    }

    private static String openNames(String names) {
        return prefixed("application/vnd.oasis.opendocument.", names);
    }

    private static String prefixed(String prefix, String names) {
        return Stream.of(names.split(" ")).map(prefix::concat).collect(Collectors.joining(" "));
    }
}
