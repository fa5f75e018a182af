package dev.docket.endpoint.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Sheet;

/** Reads Excel 97 files, one page a sheet, cells as Excel shows them. */
final class XlsReader implements Reader {
    @Override
    public List<Page> read(Document document, Allowance allowance) throws IOException {
        DataFormatter formatter = new DataFormatter(Locale.US);
        // Formulas are not computed: the value last stored is what the author saw.
        formatter.setUseCachedValuesForFormulaCells(true);
        try (InputStream bytes = allowance.open(document.bytes());
                HSSFWorkbook workbook = new HSSFWorkbook(bytes)) {
            PageBuilder pages = new PageBuilder(allowance);
            for (Sheet sheet : workbook) {
                SheetBuilder cells = new SheetBuilder(allowance);
                for (Iterable<Cell> row : sheet) {
                    for (Cell cell : row) {
                        cells.cell(cell.getColumnIndex(), formatter.formatCellValue(cell));
                    }
                    cells.endRow();
                }
                cells.addTo(pages, sheet.getSheetName());
            }
            return pages.pages();
        } catch (EncryptedDocumentException locked) {
            throw DocumentRefused.encrypted(DocumentType.XLS);
        }
    }
}
