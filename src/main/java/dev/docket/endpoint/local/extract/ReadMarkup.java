package dev.docket.endpoint.local.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.docket.endpoint.document.SecureXml;
import dev.docket.endpoint.document.WorkStopped;
import java.io.StringReader;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML as if it were JSON: elements are objects, those without elements in them values, those of one name beside each
 * other an array. Attributes say how a value is meant, rarely what is asked for, and are left out.
 */
final class ReadMarkup {
    private static final int DEEPEST = 60;
    private static final int MOST_ELEMENTS = 200_000;

    private final XMLStreamReader xml;
    private int elements;

    private ReadMarkup(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** Null for a text that is no XML, or more of it than fits. */
    static JsonNode read(String text) {
        try {
            XMLStreamReader xml = SecureXml.open(new StringReader(text.strip()));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    return new ReadMarkup(xml).element(0);
                }
            }
            return null;
        } catch (XMLStreamException noMarkup) {
            return null;
        }
    }

    private JsonNode element(int depth) throws XMLStreamException {
        WorkStopped.check();
        if (depth > DEEPEST || ++elements > MOST_ELEMENTS) {
            throw new XMLStreamException("more than fits");
        }
        ObjectNode parts = JsonNodeFactory.instance.objectNode();
        StringBuilder text = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamReader.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamReader.START_ELEMENT) {
                add(parts, xml.getLocalName(), element(depth + 1));
            } else if (event == XMLStreamReader.CHARACTERS || event == XMLStreamReader.CDATA) {
                text.append(xml.getText());
            }
        }
        return parts.isEmpty() ? TextNode.valueOf(text.toString().strip()) : parts;
    }

    private static void add(ObjectNode parts, String name, JsonNode value) {
        JsonNode before = parts.get(name);
        if (before == null) {
            parts.set(name, value);
        } else if (before instanceof ArrayNode several) {
            several.add(value);
        } else {
            parts.putArray(name).add(before).add(value);
        }
    }
}
