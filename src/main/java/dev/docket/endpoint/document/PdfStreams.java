package dev.docket.endpoint.document;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks for streams that would unpack to more than there is room for, before PDFBox unpacks them whole into memory.
 * Deflate gives at most 1032 bytes for one, so only long streams need a trial.
 */
final class PdfStreams {
    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final int DEFLATE_RATIO = 1032;

    private PdfStreams() {}

    static void check(byte[] pdf, Allowance allowance) {
        long shortest = allowance.maxUnpacked() / DEFLATE_RATIO;
        for (int at = find(pdf, 0); at >= 0; at = find(pdf, at + 1)) {
            WorkStopped.check();
            boolean ends = at > 0 && pdf[at - 1] == 'd';
            int start = at + STREAM.length;
            start += start < pdf.length && pdf[start] == '\r' ? 1 : 0;
            start += start < pdf.length && pdf[start] == '\n' ? 1 : 0;
            int next = find(pdf, start);
            int end = next < 0 ? pdf.length : next;
            if (!ends && end - start > shortest) {
                tryOut(pdf, start, pdf.length - start, allowance.maxUnpacked());
            }
        }
    }

    private static void tryOut(byte[] pdf, int start, int size, long limit) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(pdf, start, size);
            byte[] sink = new byte[64 * 1024];
            int got = inflater.inflate(sink);
            while (got > 0) {
                WorkStopped.check();
                if (inflater.getBytesWritten() > limit) {
                    throw DocumentRefused.tooLarge("bytes in one stream", limit);
                }
                got = inflater.inflate(sink);
            }
        } catch (DataFormatException notDeflated) {
            return;
        } finally {
            inflater.end();
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
