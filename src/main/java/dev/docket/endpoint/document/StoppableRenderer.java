package dev.docket.endpoint.document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws pages until its thread is interrupted, and no page larger than memory can bear. */
final class StoppableRenderer extends PDFRenderer {
    static final long MOST_PIXELS = 16_000_000;
    private static final double POINTS = 72;

    private final PDDocument pdf;

    StoppableRenderer(PDDocument pdf) {
        super(pdf);
        this.pdf = pdf;
        setSubsamplingAllowed(true);
    }

    BufferedImage render(int page, int dpi) throws IOException {
        PDRectangle box = pdf.getPage(page).getCropBox();
        double pixels = box.getWidth() / POINTS * dpi * (box.getHeight() / POINTS * dpi);
        double fitting = pixels <= MOST_PIXELS ? dpi : dpi * Math.sqrt(MOST_PIXELS / pixels);
        return renderImageWithDPI(page, (float) fitting, ImageType.RGB);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new PageDrawer(parameters) {
            @Override
            protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
                WorkStopped.check();
                super.processOperator(operator, operands);
            }
        };
    }
}
