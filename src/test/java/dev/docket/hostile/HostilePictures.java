package dev.docket.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.docket.functional.local.ScanPaper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Pictures of more pixels or pages than memory can bear, and broken ones. */
final class HostilePictures {
    private static final int WIDE = 30_000;
    private static final byte[] SIGNATURE = "\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1);

    private HostilePictures() {}

    static Stream<HostileDocument> all() {
        return Stream.of(
                png("PNG of 30,000 by 30,000 pixels", () -> png(WIDE, WIDE, blackRows())),
                png("PNG that says it is 2 billion pixels wide", () -> png(Integer.MAX_VALUE, 9, blackRows())),
                png("PNG with a comment that unpacks to 300 MB", HostilePictures::comment),
                HostileDocument.cut(
                        "PNG cut off at each tenth",
                        "a.png",
                        "image/png",
                        () -> ScanPaper.png(ScanPaper.of("A line of text", "and another one"))),
                picture("GIF of 65,535 by 65,535 pixels", "gif", HostilePictures::gif),
                picture("BMP of 65,535 by 65,535 pixels", "bmp", HostilePictures::bmp),
                picture("JPEG of 65,535 by 65,535 pixels", "jpeg", HostilePictures::jpeg),
                picture("TIFF of pages in a circle", "tiff", HostilePictures::circle),
                picture(
                        "TIFF of 201 pages",
                        "tiff",
                        () -> ScanPaper.tiff(
                                Collections.nCopies(201, new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_BINARY))
                                        .toArray(BufferedImage[]::new))),
                HostileDocument.of(
                        "PDF with a picture of 30,000 by 30,000 pixels", "a.pdf", "application/pdf", () -> scan()));
    }

    private static HostileDocument png(String title, HostileDocument.Bytes bytes) {
        return picture(title, "png", bytes);
    }

    private static HostileDocument picture(String title, String type, HostileDocument.Bytes bytes) {
        return HostileDocument.of(title, "a." + type, "image/" + type, bytes);
    }

    private static byte[] png(int width, int height, byte[] rows) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 1)
                .array();
        chunk(png, "IHDR", header);
        chunk(png, "IDAT", rows);
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    /** One bit a pixel, and a byte before each row. */
    private static byte[] blackRows() {
        return RawPdf.deflated(new byte[WIDE / 8 + 1], WIDE);
    }

    private static byte[] comment() {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        byte[] picture = ScanPaper.png(new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_BINARY));
        int header = SIGNATURE.length + 25;
        png.write(picture, 0, header);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes("Comment\0\0".getBytes(ISO_8859_1));
        text.writeBytes(RawPdf.deflated(new byte[1024 * 1024], 300));
        chunk(png, "zTXt", text.toByteArray());
        png.write(picture, header, picture.length - header);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(type.getBytes(ISO_8859_1))
                .put(content);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 4, content.length + 4);
        out.writeBytes(chunk.putInt((int) sum.getValue()).array());
    }

    private static byte[] gif() {
        byte[] head = "GIF89a\u00ff\u00ff\u00ff\u00ff\0\0\0,\0\0\0\0\u00ff\u00ff\u00ff\u00ff\0\2\2D\1\0;"
                .getBytes(ISO_8859_1);
        return head;
    }

    private static byte[] bmp() {
        return ByteBuffer.allocate(70)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("BM".getBytes(ISO_8859_1))
                .putInt(70)
                .putInt(0)
                .putInt(54)
                .putInt(40)
                .putInt(65_535)
                .putInt(65_535)
                .putShort((short) 1)
                .putShort((short) 24)
                .array();
    }

    private static byte[] jpeg() {
        byte[] picture = ScanPaper.encoded("jpeg", new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB));
        for (int at = 0; at < picture.length - 9; at++) {
            if ((picture[at] & 0xff) == 0xff && (picture[at + 1] & 0xff) == 0xc0) {
                ByteBuffer.wrap(picture).putInt(at + 5, -1);
            }
        }
        return picture;
    }

    /** A TIFF whose only directory says that it is the next one too. */
    private static byte[] circle() {
        return ByteBuffer.allocate(64)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("II*\0".getBytes(ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 256)
                .putShort((short) 3)
                .putInt(1)
                .putInt(9)
                .putInt(8)
                .array();
    }

    private static byte[] scan() {
        return RawPdf.page("/Resources<</XObject<</X 5 0 R>>>>", "595 0 0 842 0 0 cm /X Do").stream(
                        "/Type/XObject/Subtype/Image/Width 30000/Height 30000/BitsPerComponent 1/ColorSpace/DeviceGray"
                                + "/Filter/FlateDecode",
                        RawPdf.deflated(new byte[WIDE / 8], WIDE))
                .bytes();
    }
}
