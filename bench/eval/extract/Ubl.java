package extract;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A UBL document, or a part of one, asked by XPath without regard to namespaces. */
final class Ubl {
    private final Node node;

    Ubl(byte[] bytes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            node = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Ubl(Node node) {
        this.node = node;
    }

    /** Null when there is none. */
    String text(String path) {
        List<Ubl> all = all(path);
        return all.isEmpty() ? null : all.get(0).node.getTextContent().strip();
    }

    BigDecimal number(String path) {
        String text = text(path);
        return text == null || text.isEmpty() ? null : new BigDecimal(text);
    }

    List<Ubl> all(String path) {
        try {
            // A step with a plain name means that name in any namespace.
            String anyNamespace = path.replaceAll("(^|/|\\|)([A-Z][A-Za-z]+)", "$1*[local-name()='$2']");
            NodeList nodes = (NodeList) XPathFactory.newInstance().newXPath().evaluate(anyNamespace, node, XPathConstants.NODESET);
            List<Ubl> all = new ArrayList<>();
            for (int at = 0; at < nodes.getLength(); at++) {
                all.add(new Ubl(nodes.item(at)));
            }
            return all;
        } catch (XPathExpressionException wrong) {
            throw new IllegalArgumentException(path, wrong);
        }
    }
}
