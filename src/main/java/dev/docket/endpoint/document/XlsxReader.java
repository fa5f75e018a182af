package dev.docket.endpoint.document;

import java.io.IOException;
import java.util.List;
import org.apache.poi.openxml4j.opc.PackagePart;

/** Reads Excel files as a stream, one page a sheet, cells as Excel shows them; of formulas the values last stored. */
final class XlsxReader implements Reader {
    @Override
    public List<Page> read(Document document, Allowance allowance) throws IOException {
        try (OfficePackage office = new OfficePackage(document, allowance)) {
            PackagePart main = office.main();
            ListedParts sheets = new ListedParts("sheet");
            OfficePackage.walk(main, sheets);
            XlsxTexts texts = new XlsxTexts();
            walk(main, "sharedStrings", texts);
            XlsxFormats formats = new XlsxFormats();
            walk(main, "styles", formats);

            PageBuilder pages = new PageBuilder(allowance);
            for (ListedParts.Listed listed : sheets.listed()) {
                SheetBuilder sheet = new SheetBuilder(allowance);
                PackagePart part = OfficePackage.relatedById(main, listed.id());
                if (part != null) {
                    OfficePackage.walk(part, new XlsxCells(texts, formats, sheet));
                }
                sheet.addTo(pages, listed.name());
            }
            return pages.pages();
        }
    }

    private static void walk(PackagePart main, String relation, WalkXml.Visitor visitor) throws IOException {
        for (PackagePart part : OfficePackage.related(main, relation)) {
            OfficePackage.walk(part, visitor);
        }
    }
}
