package dev.docket.endpoint.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.opc.PackagePart;

/** Reads PowerPoint files as a stream, one page a slide, shapes in the order they are stored. Notes are left out. */
final class PptxReader implements Reader {
    @Override
    public List<Page> read(Document document, Allowance allowance) throws IOException {
        try (OfficePackage office = new OfficePackage(document, allowance)) {
            PackagePart main = office.main();
            ListedParts slides = new ListedParts("sldId");
            OfficePackage.walk(main, slides);
            List<Page> all = new ArrayList<>();
            for (ListedParts.Listed listed : slides.listed()) {
                PackagePart slide = OfficePackage.relatedById(main, listed.id());
                all.add(slide == null ? Page.BLANK : read(slide, allowance));
            }
            return all;
        }
    }

    private static Page read(PackagePart slide, Allowance allowance) throws IOException {
        Flow flow = new Flow(allowance);
        OfficePackage.walk(slide, new SlideVisitor(flow));
        return flow.end().get(0);
    }
}
