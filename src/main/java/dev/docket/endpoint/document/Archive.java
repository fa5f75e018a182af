package dev.docket.endpoint.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.openxml4j.util.ZipEntrySource;

/**
 * A packed document in memory whose parts are unpacked as they are read, under the document's allowance. What a part
 * claims about its own size is not believed.
 */
final class Archive implements ZipEntrySource {
    private static final int MOST_ENTRIES = 20_000;
    private static final long RATIO_FROM = 1024 * 1024;

    private final ZipFile zip;
    private final Allowance allowance;
    private boolean closed;

    Archive(byte[] bytes, Allowance allowance) throws IOException {
        this.allowance = allowance;
        zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get();
        int entries = 0;
        for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); all.nextElement()) {
            if (++entries > MOST_ENTRIES) {
                zip.close();
                throw DocumentRefused.tooLarge("packed parts", MOST_ENTRIES);
            }
        }
    }

    /** A part by its exact name, or null. */
    InputStream open(String name) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        return entry == null ? null : getInputStream(entry);
    }

    @Override
    public Enumeration<? extends ZipArchiveEntry> getEntries() {
        return zip.getEntries();
    }

    @Override
    public ZipArchiveEntry getEntry(String name) {
        return zip.getEntry(name);
    }

    @Override
    public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            throw new IOException("a part is packed by method " + entry.getMethod() + ", which these formats have not");
        }
        return new Counted(zip.getInputStream(entry), entry.getCompressedSize());
    }

    @Override
    public void close() throws IOException {
        closed = true;
        zip.close();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    private final class Counted extends FilterInputStream {
        private final long packed;
        private long out;

        private Counted(InputStream source, long packed) {
            super(source);
            this.packed = Math.max(1, packed);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int size) throws IOException {
            int got = super.read(target, offset, size);
            count(Math.max(0, got));
            return got;
        }

        private void count(int got) {
            WorkStopped.check();
            allowance.unpacked(got);
            out += got;
            if (out > RATIO_FROM && out / packed > allowance.maxRatio()) {
                throw DocumentRefused.tooLarge("bytes out for each packed byte", allowance.maxRatio());
            }
        }
    }
}
