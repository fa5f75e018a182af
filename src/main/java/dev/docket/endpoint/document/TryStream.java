package dev.docket.endpoint.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.filter.FilterFactory;

/** Undoes the filters of one stream of a PDF without keeping what comes out, and stops where it is too much. */
final class TryStream {
    private final long limit;

    TryStream(long limit) {
        this.limit = limit;
    }

    void through(InputStream packed, List<String> filters) {
        InputStream bytes = packed;
        try {
            for (String filter : filters.subList(0, filters.size() - 1)) {
                bytes = within(bytes, filter);
            }
            undo(bytes, filters.get(filters.size() - 1), new Counted(OutputStream.nullOutputStream(), limit));
        } catch (DocumentRefused | WorkStopped ours) {
            throw ours;
        } catch (IOException | RuntimeException broken) {
            // Whoever reads the stream finds out, and reads what comes before the break.
            return;
        }
    }

    /** What another filter goes on with: as it is needed where that can be had, else kept, and then less of it. */
    private InputStream within(InputStream bytes, String filter) throws IOException {
        if (filter.equals("FlateDecode") || filter.equals("Fl")) {
            return new InflaterInputStream(bytes);
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        undo(bytes, filter, new Counted(kept, limit / 4));
        return new ByteArrayInputStream(kept.toByteArray());
    }

    private static void undo(InputStream bytes, String filter, OutputStream out) throws IOException {
        switch (filter) {
            case "FlateDecode", "Fl" -> new InflaterInputStream(bytes).transferTo(out);
            case "LZWDecode", "LZW", "RunLengthDecode", "RL", "ASCIIHexDecode", "AHx", "ASCII85Decode", "A85" ->
                FilterFactory.INSTANCE.getFilter(filter).decode(bytes, out, new COSDictionary(), 0);
            // Pictures have limits of their own.
            default -> bytes.transferTo(out);
        }
    }

    private static final class Counted extends OutputStream {
        private final OutputStream out;
        private final long limit;
        private long written;

        private Counted(OutputStream out, long limit) {
            this.out = out;
            this.limit = limit;
        }

        @Override
        public void write(int one) throws IOException {
            count(1);
            out.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int size) throws IOException {
            count(size);
            out.write(bytes, from, size);
        }

        private void count(int more) {
            WorkStopped.check();
            written += more;
            if (written > limit) {
                throw DocumentRefused.tooLarge("bytes in one stream", limit);
            }
        }
    }
}
