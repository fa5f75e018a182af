package dev.docket.endpoint.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Reads those pages of a PDF as pictures that have no text but show images. */
final class ScannedPages {
    private static final int DEEPEST = 4;

    private final PDDocument pdf;
    private final ReadPictures pictures;

    ScannedPages(PDDocument pdf, ReadPictures pictures) {
        this.pdf = pdf;
        this.pictures = pictures;
    }

    /** The pages given, with text in the place of those that were scanned. */
    List<Page> read(List<Page> pages, Allowance allowance) throws IOException {
        List<Integer> scanned = new ArrayList<>();
        for (int number : IntStream.range(0, pages.size()).toArray()) {
            if (pages.get(number).isBlank() && showsImage(pdf.getPage(number).getResources(), DEEPEST)) {
                scanned.add(number);
            }
        }
        if (scanned.isEmpty()) {
            return pages;
        }
        StoppableRenderer renderer = new StoppableRenderer(pdf);
        List<Page> read = pictures.read(scanned, number -> renderer.render(number, pictures.dpi()), allowance);
        List<Page> all = new ArrayList<>(pages);
        for (int i = 0; i < scanned.size(); i++) {
            all.set(scanned.get(i), read.get(i));
        }
        return all;
    }

    private static boolean showsImage(PDResources resources, int depth) throws IOException {
        if (resources == null || depth == 0) {
            return false;
        }
        for (COSName name : resources.getXObjectNames()) {
            WorkStopped.check();
            if (resources.isImageXObject(name)) {
                return true;
            }
            PDXObject drawn = resources.getXObject(name);
            boolean within = drawn instanceof PDFormXObject form && showsImage(form.getResources(), depth - 1);
            if (within || drawn instanceof PDImageXObject) {
                return true;
            }
        }
        return false;
    }
}
