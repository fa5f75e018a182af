package dev.docket.endpoint.document;

import java.io.ByteArrayInputStream;
import java.util.List;

/**
 * Looks for streams that would unpack to more than there is room for, before PDFBox unpacks them whole into memory.
 * What a filter makes of a byte at most is known, so only long streams need a trial.
 */
final class PdfStreams {
    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final int SHARE_OF_MEMORY = 8;

    private PdfStreams() {}

    static void check(byte[] pdf, Allowance allowance) {
        // Several may be in memory at once, of several documents.
        long limit = Math.min(allowance.maxUnpacked(), Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
        for (int at = find(pdf, 0); at >= 0; at = find(pdf, at + 1)) {
            WorkStopped.check();
            boolean ends = at > 0 && pdf[at - 1] == 'd';
            int start = at + STREAM.length;
            start += start < pdf.length && pdf[start] == '\r' ? 1 : 0;
            start += start < pdf.length && pdf[start] == '\n' ? 1 : 0;
            int next = find(pdf, start);
            int end = next < 0 ? pdf.length : next;
            if (!ends) {
                List<String> filters = StreamFilters.before(pdf, at);
                if (!filters.isEmpty() && (end - start) * StreamFilters.mostGrowth(filters) > limit) {
                    new TryStream(limit).through(new ByteArrayInputStream(pdf, start, pdf.length - start), filters);
                }
            }
        }
    }

    private static int find(byte[] pdf, int from) {
        for (int at = from; at <= pdf.length - STREAM.length; at++) {
            int same = 0;
            while (same < STREAM.length && pdf[at + same] == STREAM[same]) {
                same++;
            }
            if (same == STREAM.length) {
                return at;
            }
        }
        return -1;
    }
}
