package dev.docket.endpoint.document;

/** Which reader reads which type. */
final class Readers {
    private Readers() {}

    static Reader of(DocumentType type) {
        return switch (type) {
            case PDF -> new PdfReader();
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
            case IMAGE, AUDIO -> throw new IllegalArgumentException(type + " is refused before");
        };
    }
}
