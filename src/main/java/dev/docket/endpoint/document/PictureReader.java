package dev.docket.endpoint.document;

import dev.docket.job.ErrorCode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads the text in an image; those of a TIFF file are its pages. */
final class PictureReader implements Reader {
    private final ReadPictures pictures;

    PictureReader(ReadPictures pictures) {
        this.pictures = pictures;
    }

    @Override
    public List<Page> read(Document document, Allowance allowance) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(document.bytes()))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new DocumentRefused(
                        ErrorCode.DOCUMENT_TYPE_UNSUPPORTED,
                        "The document is an image of a type that is not read; send it as PNG, JPEG, TIFF, BMP or GIF.");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, false, true);
                int count = reader.getFormatName().equalsIgnoreCase("tif")
                        ? TiffPages.count(document.bytes(), allowance.maxPages())
                        : 1;
                allowance.pages(count);
                return pictures.read(
                        IntStream.range(0, count).boxed().toList(), number -> picture(reader, number), allowance);
            } finally {
                reader.dispose();
            }
        }
    }

    /** One image of a file, unless it has more pixels than memory can bear. */
    static BufferedImage decoded(ImageReader reader, int number) throws IOException {
        long pixels = (long) reader.getWidth(number) * reader.getHeight(number);
        if (pixels > StoppableRenderer.MOST_PIXELS) {
            throw DocumentRefused.tooLarge("pixels", StoppableRenderer.MOST_PIXELS);
        }
        return reader.read(number);
    }

    private static BufferedImage picture(ImageReader reader, int number) throws IOException {
        BufferedImage read = decoded(reader, number);
        // On white, and in colours that every engine reads.
        BufferedImage plain = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = plain.createGraphics();
        pen.drawImage(read, 0, 0, Color.WHITE, null);
        pen.dispose();
        return plain;
    }
}
