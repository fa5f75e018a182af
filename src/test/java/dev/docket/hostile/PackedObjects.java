package dev.docket.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** A PDF of one page whose further objects are packed by the thousand in streams, as is the table of all of them. */
final class PackedObjects {
    private static final int ENTRY = 7;

    private final RawPdf pdf;
    private final ByteArrayOutputStream table = new ByteArrayOutputStream();

    PackedObjects(String entries, String content) {
        pdf = new RawPdf();
        entry(0, 0, 0);
        plain("<</Type/Catalog/Pages 2 0 R>>");
        plain("<</Type/Pages/Kids[3 0 R]/Count 1>>");
        plain("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R" + entries + ">>");
        entry(1, pdf.size(), 0);
        pdf.stream("", content.getBytes(ISO_8859_1));
    }

    byte[] bytes(int streams, int each) {
        int first = 5 + streams;
        for (int stream = 0; stream < streams; stream++) {
            entry(1, pdf.size(), 0);
            StringBuilder head = new StringBuilder();
            for (int at = 0; at < each; at++) {
                head.append(first + stream * each + at)
                        .append(' ')
                        .append(2 * at)
                        .append(' ');
            }
            byte[] packed = RawPdf.deflated((head + "0 ".repeat(each)).getBytes(ISO_8859_1));
            pdf.stream("/Type/ObjStm/N " + each + "/First " + head.length() + "/Filter/FlateDecode", packed);
        }
        for (int at = 0; at < streams * each; at++) {
            entry(2, 5 + at / each, at % each);
        }
        return pdf.withTable("/W[1 4 2]/Size " + table.size() / ENTRY, RawPdf.deflated(table.toByteArray()));
    }

    private void plain(String body) {
        entry(1, pdf.size(), 0);
        pdf.object(body);
    }

    private void entry(int kind, int place, int index) {
        table.writeBytes(ByteBuffer.allocate(ENTRY)
                .put((byte) kind)
                .putInt(place)
                .putShort((short) index)
                .array());
    }
}
