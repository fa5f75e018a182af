package dev.docket.endpoint.document;

import dev.docket.job.ErrorCode;
import java.util.Optional;

/** Which reader reads which type. */
final class Readers {
    private final Optional<ReadPictures> pictures;

    /** @param pictures how pictures are read, if this machine can */
    Readers(Optional<ReadPictures> pictures) {
        this.pictures = pictures;
    }

    Reader of(DocumentType type) {
        return switch (type) {
            case PDF -> new PdfReader(pictures);
            case DOCX -> new DocxReader();
            case XLSX -> new XlsxReader();
            case PPTX -> new PptxReader();
            case DOC -> new DocReader();
            case XLS -> new XlsReader();
            case PPT -> new PptReader();
            case MSG -> new MsgReader();
            case ODT, ODS, ODP -> new OdfReader(type);
            case RTF -> new RtfReader();
            case HTML -> new HtmlReader();
            case EML, MHTML -> new MailReader();
            case CSV, TSV -> new CsvReader();
            case TEXT -> new TextReader();
            case IMAGE -> new PictureReader(pictures.orElseThrow(Readers::noEngine));
            case AUDIO -> throw new IllegalArgumentException(type + " is refused before");
        };
    }

    private static DocumentRefused noEngine() {
        return new DocumentRefused(
                ErrorCode.DOCUMENT_HAS_NO_TEXT_LAYER,
                "The document is an image, and no OCR engine is available to read it.");
    }
}
