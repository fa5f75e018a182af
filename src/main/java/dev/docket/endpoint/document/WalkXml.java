package dev.docket.endpoint.document;

import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Walks over XML from its beginning to its end, an element at a time, without keeping any of it. */
final class WalkXml {
    /** What is done at each step. Names are local names: no format read here has two meanings for one. */
    interface Visitor {
        /**
         * An element begins; its attributes can be asked of the reader.
         *
         * @return false to pass over the element with all that is in it
         */
        boolean open(String name, XMLStreamReader at);

        void close(String name);

        void text(String text);
    }

    private static final int DEEPEST = 5000;

    private WalkXml() {}

    static void walk(InputStream xml, Visitor visitor) throws XMLStreamException {
        XMLStreamReader reader = SecureXml.open(xml);
        int depth = 0;
        while (reader.hasNext()) {
            WorkStopped.check();
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        throw DocumentRefused.tooLarge("levels of nesting", DEEPEST);
                    }
                    if (!visitor.open(reader.getLocalName(), reader)) {
                        skip(reader);
                        depth--;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    visitor.close(reader.getLocalName());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> visitor.text(reader.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    // No writer of these formats makes one; it is there to make the reader fetch or grow something.
                    throw new XMLStreamException("document type or entity");
                default -> {}
            }
        }
    }

    /** An attribute by its local name, or null. */
    static String attribute(XMLStreamReader at, String name) {
        for (int i = 0; i < at.getAttributeCount(); i++) {
            if (at.getAttributeLocalName(i).equals(name)) {
                return at.getAttributeValue(i);
            }
        }
        return null;
    }

    /** A count in an attribute, 1 when it is absent or not a number, never over the limit. */
    static int count(XMLStreamReader at, String name, int limit) {
        String value = attribute(at, name);
        if (value == null || !value.matches("\\d{1,9}")) {
            return 1;
        }
        return Math.max(1, Math.min(limit, Integer.parseInt(value)));
    }

    /** A number in an attribute, or 0. */
    static int number(XMLStreamReader at, String name) {
        String value = attribute(at, name);
        return value != null && value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
    }

    private static void skip(XMLStreamReader reader) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            WorkStopped.check();
            int event = reader.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }
}
