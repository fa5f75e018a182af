package dev.docket.endpoint.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.opc.PackagePart;

/** Reads PowerPoint files as a stream, one page a slide, shapes in the order they are stored. Notes are left out. */
final class PptxReader implements Reader {
    private static final String RELATIONS = "/officeDocument/";

    @Override
    public List<Page> read(Document document, Allowance allowance) throws IOException {
        try (OfficePackage office = new OfficePackage(document, allowance)) {
            PackagePart main = office.main();
            Slides slides = new Slides();
            OfficePackage.walk(main, slides);
            List<Page> all = new ArrayList<>();
            for (String id : slides.ids) {
                PackagePart slide = OfficePackage.relatedById(main, id);
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

    /** Gathers the relations of the slides in the order they are shown. */
    private static final class Slides implements WalkXml.Visitor {
        private final List<String> ids = new ArrayList<>();

        @Override
        public boolean open(String name, XMLStreamReader at) {
            if (name.equals("sldId")) {
                for (int i = 0; i < at.getAttributeCount(); i++) {
                    boolean relation =
                            String.valueOf(at.getAttributeNamespace(i)).contains(RELATIONS);
                    if (relation && at.getAttributeLocalName(i).equals("id")) {
                        ids.add(at.getAttributeValue(i));
                    }
                }
            }
            return true;
        }

        @Override
        public void close(String name) {}

        @Override
        public void text(String text) {}
    }
}
