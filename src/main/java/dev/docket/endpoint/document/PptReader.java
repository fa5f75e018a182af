package dev.docket.endpoint.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hslf.usermodel.HSLFGroupShape;
import org.apache.poi.hslf.usermodel.HSLFShape;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTable;
import org.apache.poi.hslf.usermodel.HSLFTableCell;
import org.apache.poi.hslf.usermodel.HSLFTextShape;

/** Reads PowerPoint 97 files, one page a slide, shapes in the order they are stored. */
final class PptReader implements Reader {
    @Override
    public List<Page> read(Document document, Allowance allowance) throws IOException {
        try (InputStream bytes = allowance.open(document.bytes());
                HSLFSlideShow show = new HSLFSlideShow(bytes)) {
            PageBuilder pages = new PageBuilder(allowance);
            for (HSLFSlide slide : show.getSlides()) {
                add(slide.getShapes(), pages, allowance, 0);
                pages.endPage();
            }
            return pages.pages();
        } catch (EncryptedDocumentException locked) {
            throw DocumentRefused.encrypted(DocumentType.PPT);
        }
    }

    private static void add(List<HSLFShape> shapes, PageBuilder pages, Allowance allowance, int depth) {
        allowance.depth(depth);
        for (HSLFShape shape : shapes) {
            // A table is a group of shapes too.
            if (shape instanceof HSLFTable table) {
                pages.table(cells(table));
            } else if (shape instanceof HSLFGroupShape group) {
                add(group.getShapes(), pages, allowance, depth + 1);
            } else if (shape instanceof HSLFTextShape text) {
                pages.text(text.getText());
            }
        }
    }

    private static List<List<String>> cells(HSLFTable table) {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < table.getNumberOfRows(); row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < table.getNumberOfColumns(); column++) {
                HSLFTableCell cell = table.getCell(row, column);
                cells.add(cell == null ? "" : cell.getText().strip());
            }
            rows.add(cells);
        }
        return rows;
    }
}
