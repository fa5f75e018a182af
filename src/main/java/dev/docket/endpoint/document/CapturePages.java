package dev.docket.endpoint.document;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Runs the drawing instructions of a PDF's pages and keeps their glyphs and lines. Only the base class's interpretation
 * of fonts is used; the order of the text is found from the positions afterwards.
 */
final class CapturePages extends PDFTextStripper {
    /** Drawings may draw others, those ten more each, and so on. */
    private static final int MOST_DRAWINGS = 1_000_000;

    private final Allowance allowance;
    private final Map<Integer, List<Glyph>> byDirection = new TreeMap<>();
    private final List<Page> pages = new ArrayList<>();
    private final List<DrawnPage> drawn = new ArrayList<>();
    private CaptureFields fields;
    private CaptureRulings rulings;
    private int drawings;

    CapturePages(Allowance allowance) {
        this.allowance = allowance;
    }

    List<Page> capture(PDDocument pdf) throws IOException {
        fields = new CaptureFields(pdf);
        writeText(pdf, Writer.nullWriter());
        addBlanks(pdf.getNumberOfPages());
        return pages;
    }

    /** What the pages that were captured have beside their text, null for those on which nothing is drawn. */
    List<DrawnPage> drawn() {
        return drawn;
    }

    @Override
    protected void startPage(PDPage page) {
        // The base class passes over pages on which nothing is drawn.
        addBlanks(getCurrentPageNo() - 1);
        byDirection.clear();
        rulings = new CaptureRulings();
    }

    @Override
    protected void endPage(PDPage page) throws IOException {
        for (PDAnnotation annotation : page.getAnnotations()) {
            WorkStopped.check();
            // What was filled into a form is drawn by the fields' own appearances, not by the page.
            if (annotation instanceof PDAnnotationWidget && !annotation.isHidden()) {
                showAnnotation(annotation);
            }
        }
        pages.add(LayOutPage.layOut(captured(page)));
    }

    private CapturedPage captured(PDPage page) {
        List<Map.Entry<Integer, List<Glyph>>> directions = new ArrayList<>(byDirection.entrySet());
        directions.sort(
                Comparator.comparingInt(direction -> -direction.getValue().size()));
        int direction =
                directions.isEmpty() ? page.getRotation() : directions.get(0).getKey();
        Upright upright = new Upright(page.getCropBox(), direction);
        List<FormField> onPage = fields.on(page, getCurrentPageNo(), upright);
        FindLeaders found = FindLeaders.in(
                directions.isEmpty() ? List.of() : directions.get(0).getValue());
        drawn.add(new DrawnPage(upright, rulings.boxes(upright), found.leaders(), found.ticks()));
        if (directions.isEmpty()) {
            return new CapturedPage(List.of(), List.of(), List.of(), onPage, upright);
        }
        List<List<Glyph>> glyphs = directions.stream().map(Map.Entry::getValue).toList();
        return new CapturedPage(
                glyphs.get(0), glyphs.subList(1, glyphs.size()), rulings.turned(upright), onPage, upright);
    }

    private void addBlanks(int upTo) {
        while (pages.size() < upTo) {
            pages.add(Page.BLANK);
            drawn.add(null);
        }
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        WorkStopped.check();
        if (operator.getName().equals(OperatorName.DRAW_OBJECT) && ++drawings > MOST_DRAWINGS) {
            throw DocumentRefused.tooLarge("drawings", MOST_DRAWINGS);
        }
        if (getGraphicsState() != null) {
            rulings.see(operator.getName(), operands, getGraphicsState().getCurrentTransformationMatrix());
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        String text = position.getUnicode();
        allowance.text(text.length());
        float size = Math.max(position.getYScale(), position.getHeightDir());
        float left = position.getXDirAdj();
        float right = left + position.getWidthDirAdj();
        if (!text.isEmpty() && size > 0 && Float.isFinite(left + right + size + position.getYDirAdj())) {
            Glyph glyph = new Glyph(text, left, right, position.getYDirAdj(), size, position.getWidthOfSpace());
            byDirection
                    .computeIfAbsent((int) position.getDir(), none -> new ArrayList<>())
                    .add(glyph);
        }
    }

    @Override
    protected void writePage() {
        // The base class would order and print the text it gathered; here it gathers none.
    }
}
