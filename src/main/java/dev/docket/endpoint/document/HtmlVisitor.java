package dev.docket.endpoint.document;

import java.util.HashSet;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Understands what HTML elements do to the text around them. */
final class HtmlVisitor implements NodeVisitor {
    private static final Set<String> UNSEEN =
            Set.of("script", "style", "template", "noscript", "head", "svg", "object", "iframe", "select");

    private final Flow flow;
    private final Allowance allowance;
    /** Tables that hold values; all others only place things on the page. */
    private final Set<Element> tables = new HashSet<>();

    private int unseen;
    private int nested;

    HtmlVisitor(Flow flow, Allowance allowance) {
        this.flow = flow;
        this.allowance = allowance;
    }

    @Override
    public void head(Node node, int depth) {
        WorkStopped.check();
        if (node instanceof TextNode text && unseen == 0) {
            text(text);
        } else if (node instanceof Element element) {
            open(element);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            close(element);
        }
    }

    private void open(Element element) {
        String name = element.normalName();
        if (UNSEEN.contains(name)) {
            unseen++;
        } else if (name.equals("br")) {
            flow.endParagraph();
        } else if (name.equals("table")) {
            openTable(element);
        } else if (element.isBlock()) {
            flow.closeParagraph();
            flow.text(name.equals("li") ? "- " : "");
        }
    }

    private void openTable(Element table) {
        allowance.depth(++nested);
        flow.closeParagraph();
        if (holdsValues(table)) {
            tables.add(table);
            flow.openTable();
        }
    }

    private void close(Element element) {
        String name = element.normalName();
        if (UNSEEN.contains(name)) {
            unseen--;
        } else if (name.equals("table")) {
            closeTable(element);
        } else if (isCell(name) && flow.isInTable()) {
            flow.closeCell();
            flow.emptyCells(span(element) - 1);
        } else if (name.equals("tr") && flow.isInTable()) {
            flow.closeRow();
        } else if (element.isBlock() || isCell(name)) {
            flow.closeParagraph();
        }
    }

    private void closeTable(Element table) {
        nested--;
        if (tables.remove(table)) {
            flow.closeTable();
        } else {
            flow.closeParagraph();
        }
    }

    private void text(TextNode node) {
        if (node.parentNode() != null && node.parentNode().nameIs("pre")) {
            flow.text(node.getWholeText());
            return;
        }
        String text = node.text();
        flow.text(flow.isAtParagraphStart() ? text.stripLeading() : text);
    }

    private boolean holdsValues(Element table) {
        boolean innermost = table.getElementsByTag("table").size() == 1;
        return innermost
                && !flow.isInTable()
                && table.getElementsByTag("tr").stream().anyMatch(HtmlVisitor::isWide);
    }

    private static boolean isWide(Element row) {
        return row.children().stream().filter(cell -> isCell(cell.normalName())).count() > 1;
    }

    private static boolean isCell(String name) {
        return name.equals("td") || name.equals("th");
    }

    private static int span(Element cell) {
        String span = cell.attr("colspan");
        return span.matches("\\d{1,3}") ? Math.max(1, Integer.parseInt(span)) : 1;
    }
}
