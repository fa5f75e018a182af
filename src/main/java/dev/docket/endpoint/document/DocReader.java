package dev.docket.endpoint.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;

/** Reads Word 97 files paragraph by paragraph, with their tables. */
final class DocReader implements Reader {
    private static final char CELL_END = '\u0007';

    @Override
    public List<Page> read(Document document, Allowance allowance) throws IOException {
        try (InputStream bytes = allowance.open(document.bytes());
                HWPFDocument word = new HWPFDocument(bytes)) {
            Flow flow = new Flow(allowance);
            Range range = word.getRange();
            for (int i = 0; i < range.numParagraphs(); i++) {
                WorkStopped.check();
                add(range.getParagraph(i), flow);
            }
            return flow.end();
        } catch (EncryptedDocumentException locked) {
            throw DocumentRefused.encrypted(DocumentType.DOC);
        }
    }

    private static void add(Paragraph paragraph, Flow flow) {
        if (paragraph.isInTable() && !flow.isInTable()) {
            flow.openTable();
        } else if (!paragraph.isInTable() && flow.isInTable()) {
            flow.closeTable();
        }
        if (paragraph.pageBreakBefore()) {
            flow.breakPage();
        }
        if (paragraph.isTableRowEnd()) {
            flow.closeRow();
            return;
        }
        String text = paragraph.text();
        boolean endsCell = flow.isInTable() && text.indexOf(CELL_END) >= 0;
        boolean endsPage = text.indexOf('\f') >= 0;
        flow.text(clean(text));
        if (endsCell) {
            flow.closeCell();
        } else {
            flow.endParagraph();
        }
        if (endsPage) {
            flow.breakPage();
        }
    }

    private static String clean(String text) {
        String shown = WordExtractor.stripFields(text).replace('\u000b', '\n').replace('\u001e', '-');
        return shown.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }
}
