package dev.docket.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/**
 * A PDF written object by object, for what no library would write. The objects count from 1; the first is the catalogue.
 */
final class RawPdf {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> places = new ArrayList<>();

    RawPdf() {
        write("%PDF-1.7\n");
    }

    /** A catalogue, a tree of one page with these entries, and what the page draws: the objects 1 to 4. */
    static RawPdf page(String entries, String content) {
        return new RawPdf()
                        .object("<</Type/Catalog/Pages 2 0 R>>")
                        .object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
                        .object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R" + entries + ">>")
                        .stream("", content.getBytes(ISO_8859_1));
    }

    RawPdf object(String body) {
        begin();
        write(body);
        write("\nendobj\n");
        return this;
    }

    RawPdf stream(String entries, byte[] bytes) {
        begin();
        write("<<" + entries + "/Length " + bytes.length + ">>\nstream\n");
        out.writeBytes(bytes);
        write("\nendstream\nendobj\n");
        return this;
    }

    byte[] bytes() {
        int table = out.size();
        write("xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
        places.forEach(place -> write("%010d 00000 n \n".formatted(place)));
        write("trailer\n<</Root 1 0 R/Size " + (places.size() + 1) + ">>\nstartxref\n" + table + "\n%%EOF\n");
        return out.toByteArray();
    }

    /** Where the next object begins. */
    int size() {
        return out.size();
    }

    /** The bytes without a table of the objects, so that a reader has to look for them. */
    byte[] withoutTable() {
        write("trailer\n<</Root 1 0 R/Size " + (places.size() + 1) + ">>\n%%EOF\n");
        return out.toByteArray();
    }

    /** The bytes with a packed stream as the table of the objects. */
    byte[] withTable(String entries, byte[] table) {
        int place = out.size();
        stream("/Type/XRef/Root 1 0 R/Filter/FlateDecode" + entries, table);
        write("startxref\n" + place + "\n%%EOF\n");
        return out.toByteArray();
    }

    static byte[] deflated(byte[] bytes) {
        return deflated(bytes, 1);
    }

    /** The block as often as told, packed. */
    static byte[] deflated(byte[] block, int times) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[64 * 1024];
        for (int at = 0; at < times; at++) {
            deflater.setInput(block);
            drain(deflater, buffer, packed);
        }
        deflater.finish();
        drain(deflater, buffer, packed);
        deflater.end();
        return packed.toByteArray();
    }

    private static void drain(Deflater deflater, byte[] buffer, ByteArrayOutputStream packed) {
        for (int got = deflater.deflate(buffer); got > 0; got = deflater.deflate(buffer)) {
            packed.write(buffer, 0, got);
        }
    }

    private void begin() {
        places.add(out.size());
        write(places.size() + " 0 obj\n");
    }

    private void write(String text) {
        out.writeBytes(text.getBytes(ISO_8859_1));
    }
}
