package dev.docket.endpoint.document;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;

/** Gathers what the main part of an Office file lists, as slides or sheets, in the order in which it is shown. */
final class ListedParts implements WalkXml.Visitor {
    private static final String RELATIONS = "/officeDocument/";

    private final String element;
    private final List<Listed> listed = new ArrayList<>();

    /** @param element the local name of an entry */
    ListedParts(String element) {
        this.element = element;
    }

    /**
     * An entry.
     *
     * @param id of the relation to its part
     * @param name what it is called, or null
     */
    record Listed(String id, String name) {}

    List<Listed> listed() {
        return listed;
    }

    @Override
    public boolean open(String name, XMLStreamReader at) {
        if (name.equals(element)) {
            for (int i = 0; i < at.getAttributeCount(); i++) {
                boolean relation = String.valueOf(at.getAttributeNamespace(i)).contains(RELATIONS);
                if (relation && at.getAttributeLocalName(i).equals("id")) {
                    listed.add(new Listed(at.getAttributeValue(i), WalkXml.attribute(at, "name")));
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
