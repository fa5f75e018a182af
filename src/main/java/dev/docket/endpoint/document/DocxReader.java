package dev.docket.endpoint.document;

import java.io.IOException;
import java.util.List;
import org.apache.poi.openxml4j.opc.PackagePart;

/**
 * Reads Word files as a stream: headers on the first page, the body, then footers and notes on the last one. Pages end
 * where Word last ended them and at the breaks in the text.
 */
final class DocxReader implements Reader {
    @Override
    public List<Page> read(Document document, Allowance allowance) throws IOException {
        try (OfficePackage office = new OfficePackage(document, allowance)) {
            Flow flow = new Flow(allowance);
            PackagePart main = office.main();
            walk(main, "header", flow);
            OfficePackage.walk(main, new DocxVisitor(flow));
            walk(main, "footer", flow);
            walk(main, "footnotes", flow);
            walk(main, "endnotes", flow);
            return flow.end();
        }
    }

    private static void walk(PackagePart main, String relation, Flow flow) throws IOException {
        for (PackagePart part : OfficePackage.related(main, relation)) {
            OfficePackage.walk(part, new DocxVisitor(flow));
        }
    }
}
