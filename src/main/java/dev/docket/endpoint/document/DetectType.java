package dev.docket.endpoint.document;

import dev.docket.job.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Decides what a document is from its bytes, and refuses one whose names say something else. */
final class DetectType {
    private DetectType() {}

    static DocumentType detect(Document document, Allowance allowance) {
        Optional<DocumentType> named = DocumentType.ofFilename(document.filename());
        Optional<DocumentType> declared = DocumentType.ofMime(document.mimeType());
        DocumentType claimed = named.or(() -> declared).orElse(null);
        DocumentType actual = actual(document, claimed, allowance);
        named.ifPresent(type -> compare(actual, type, "filename"));
        declared.ifPresent(type -> compare(actual, type, "data URL"));
        if (actual == DocumentType.AUDIO) {
            throw unsupported("Docket does not read audio or video.");
        }
        return actual;
    }

    private static DocumentType actual(Document document, DocumentType claimed, Allowance allowance) {
        return switch (Signature.of(document.bytes())) {
            case PDF -> DocumentType.PDF;
            case RTF -> DocumentType.RTF;
            case IMAGE -> DocumentType.IMAGE;
            case AUDIO -> DocumentType.AUDIO;
            case ZIP -> packed(document, claimed, allowance);
            case OLE2 -> compound(document, claimed, allowance);
            case TEXT -> claimed != null && claimed.isText() ? claimed : guess(document);
            case BINARY -> throw binary(claimed);
        };
    }

    private static DocumentType packed(Document document, DocumentType claimed, Allowance allowance) {
        try (Archive archive = new Archive(document.bytes(), allowance)) {
            return PackedType.of(archive)
                    .orElseThrow(() -> unsupported("The document is an archive of a kind that"
                            + " Docket does not read; send the files in it one by one."));
        } catch (IOException | RuntimeException thrown) {
            throw SortFailure.of(claimed == null ? DocumentType.DOCX : claimed, thrown);
        }
    }

    private static DocumentType compound(Document document, DocumentType claimed, Allowance allowance) {
        try (InputStream bytes = allowance.open(document.bytes());
                POIFSFileSystem files = new POIFSFileSystem(bytes)) {
            return CompoundType.of(files.getRoot().getEntryNames(), claimed)
                    .orElseThrow(() -> unsupported("The document is a Microsoft file of a kind Docket does not read."));
        } catch (IOException | RuntimeException thrown) {
            throw SortFailure.of(claimed == null ? DocumentType.DOC : claimed, thrown);
        }
    }

    private static DocumentType guess(Document document) {
        byte[] bytes = document.bytes();
        String head = new String(bytes, 0, Math.min(512, bytes.length), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
        return head.startsWith("<!doctype html") || head.startsWith("<html") ? DocumentType.HTML : DocumentType.TEXT;
    }

    private static void compare(DocumentType actual, DocumentType claimed, String where) {
        boolean alike = actual == claimed
                || actual.isText() && claimed.isText()
                // Windows calls a CSV file Excel in its registry, and browsers repeat it.
                || actual.isText() && claimed == DocumentType.XLS && where.equals("data URL");
        if (!alike) {
            throw new DocumentRefused(
                    ErrorCode.DOCUMENT_TYPE_MISMATCH,
                    "The document's " + where + " says it is a file of type " + claimed.label()
                            + ", but its content is of type " + actual.label() + ".");
        }
    }

    private static DocumentRefused binary(DocumentType claimed) {
        return claimed == null
                ? unsupported("The document is of a type that Docket does not know.")
                : new DocumentRefused(
                        ErrorCode.DOCUMENT_TYPE_MISMATCH,
                        "The document is named a file of type " + claimed.label()
                                + ", but its content is not, or its beginning is missing.");
    }

    private static DocumentRefused unsupported(String message) {
        return new DocumentRefused(ErrorCode.DOCUMENT_TYPE_UNSUPPORTED, message);
    }
}
