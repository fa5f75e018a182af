package dev.docket.endpoint.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Reads Excel files as a stream, one page a sheet, cells as Excel shows them; of formulas the values last stored. */
final class XlsxReader implements Reader {
    @Override
    public List<Page> read(Document document, Allowance allowance) throws IOException {
        try (OfficePackage office = new OfficePackage(document, allowance)) {
            return read(new XSSFReader(office.parts()), allowance);
        } catch (OpenXML4JException | SAXException | ParserConfigurationException broken) {
            throw new IOException(broken);
        }
    }

    private static List<Page> read(XSSFReader workbook, Allowance allowance)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        workbook.setUseReadOnlySharedStringsTable(true);
        SharedStrings strings = workbook.getSharedStringsTable();
        StylesTable styles = workbook.getStylesTable();
        PageBuilder pages = new PageBuilder(allowance);
        XSSFReader.SheetIterator sheets = workbook.getSheetIterator();
        while (sheets.hasNext()) {
            try (InputStream sheet = sheets.next()) {
                Cells cells = new Cells(new SheetBuilder(allowance));
                XMLReader xml = XMLHelper.newXMLReader();
                DataFormatter formatter = new DataFormatter(Locale.US);
                xml.setContentHandler(new XSSFSheetXMLHandler(styles, strings, cells, formatter, false));
                xml.parse(new InputSource(sheet));
                cells.sheet.addTo(pages, sheets.getSheetName());
            }
        }
        return pages.pages();
    }

    private record Cells(SheetBuilder sheet) implements SheetContentsHandler {
        @Override
        public void startRow(int number) {
            sheet.endRow();
        }

        @Override
        public void endRow(int number) {
            sheet.endRow();
        }

        @Override
        public void cell(String reference, String value, XSSFComment comment) {
            sheet.cell(new CellReference(reference).getCol(), value);
        }
    }
}
