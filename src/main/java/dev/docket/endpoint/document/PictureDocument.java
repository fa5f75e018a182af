package dev.docket.endpoint.document;

import dev.docket.job.ErrorCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Makes images of the pages of PDF files, and takes images as they are. Other types of files have no look of their own. */
public final class PictureDocument {
    private final DocumentLimits limits;
    private final DecodeDataUrl decode;

    public PictureDocument(DocumentLimits limits) {
        this.limits = limits;
        decode = new DecodeDataUrl(limits.maxDocument().asLongValue());
    }

    /**
     * Pictures the first pages on the calling thread, which can be interrupted.
     *
     * @param dpi dots per inch; fewer for pages that are very large
     * @param most how many pages at most
     * @throws DocumentRefused when a PDF or an image cannot be read
     */
    public Pictures picture(SentDocument sent, int dpi, int most) throws IOException {
        Document document = decode.decode(sent);
        Signature signature = Signature.of(document.bytes());
        try {
            return switch (signature) {
                case PDF -> pages(document, dpi, most);
                case IMAGE -> new Pictures(document, 1, List.of(image(document)));
                default -> new Pictures(document, 0, List.of());
            };
        } catch (IOException | RuntimeException thrown) {
            throw SortFailure.of(signature == Signature.PDF ? DocumentType.PDF : DocumentType.IMAGE, thrown);
        }
    }

    private Pictures pages(Document document, int dpi, int most) throws IOException {
        try (PDDocument pdf = PdfReader.open(document, new Allowance(limits))) {
            StoppableRenderer renderer = new StoppableRenderer(pdf);
            List<Picture> pictures = new ArrayList<>();
            for (int page = 0; page < Math.min(most, pdf.getNumberOfPages()); page++) {
                WorkStopped.check();
                pictures.add(png(renderer.render(page, dpi)));
            }
            return new Pictures(document, pdf.getNumberOfPages(), List.copyOf(pictures));
        }
    }

    /** Types that every service shows go there as they are; others become PNG. */
    private static Picture image(Document document) throws IOException {
        byte[] bytes = document.bytes();
        String type = bytes[0] == (byte) 0x89
                ? "image/png"
                : bytes[0] == (byte) 0xff
                        ? "image/jpeg"
                        : bytes[0] == 'G' ? "image/gif" : bytes[0] == 'R' ? "image/webp" : null;
        return type == null ? png(decoded(bytes)) : new Picture(type, bytes);
    }

    private static BufferedImage decoded(byte[] bytes) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new DocumentRefused(
                        ErrorCode.DOCUMENT_TYPE_UNSUPPORTED, "The document is an image of a type that is not read.");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return PictureReader.decoded(reader, 0);
            } finally {
                reader.dispose();
            }
        }
    }

    private static Picture png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return new Picture("image/png", bytes.toByteArray());
    }
}
