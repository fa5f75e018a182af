package dev.docket.endpoint.document;

import java.io.InputStream;
import java.io.Reader;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Opens XML that comes from strangers: no document type, so no entities, neither from outside nor nested ones. */
public final class SecureXml {
    /**
     * What the JDK counts, since version 24 up to so little that real documents are over it (100 levels, 200 attributes,
     * 100,000 signs that are escaped). Entities are off, and levels and bytes are counted by those who read.
     */
    private static final List<String> BOUNDED_HERE = List.of(
            "jdk.xml.maxElementDepth",
            "jdk.xml.elementAttributeLimit",
            "jdk.xml.maxGeneralEntitySizeLimit",
            "jdk.xml.totalEntitySizeLimit");

    private static final String NO_LIMIT = "0";
    private static final XMLInputFactory FACTORY = factory();

    private SecureXml() {}

    static XMLStreamReader open(InputStream xml) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(xml);
    }

    /** Opens XML whose characters are known. */
    public static XMLStreamReader open(Reader xml) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(xml);
    }

    private static XMLInputFactory factory() {
        // The JDK's own, whatever else is on the class path.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        BOUNDED_HERE.forEach(limit -> factory.setProperty(limit, NO_LIMIT));
        return factory;
    }
}
