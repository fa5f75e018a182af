package dev.docket.hostile;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A document made to do harm or to be misread.
 *
 * @param title how docs/hostile-documents.md calls it
 * @param files one, or the pieces of one
 * @param words what must be read, in this order, if anything must
 */
record HostileDocument(String title, String filename, String type, Files files, List<String> words) {
    interface Bytes {
        byte[] make() throws Exception;
    }

    interface Files {
        List<byte[]> make() throws Exception;
    }

    static HostileDocument of(String title, String filename, String type, Bytes bytes, String... words) {
        return new HostileDocument(title, filename, type, () -> List.of(bytes.make()), List.of(words));
    }

    /** The document without its end: a tenth of it, two tenths, up to nine. */
    static HostileDocument cut(String title, String filename, String type, Bytes bytes) {
        return new HostileDocument(title, filename, type, () -> tenths(bytes.make()), List.of());
    }

    boolean isPdf() {
        return filename.endsWith(".pdf");
    }

    private static List<byte[]> tenths(byte[] whole) {
        return IntStream.range(1, 10)
                .mapToObj(tenth -> Arrays.copyOf(whole, whole.length * tenth / 10))
                .toList();
    }

    @Override
    public String toString() {
        return title;
    }
}
