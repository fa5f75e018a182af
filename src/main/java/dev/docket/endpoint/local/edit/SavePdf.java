package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.document.WorkStopped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Writes a PDF that was changed as a data URL. */
final class SavePdf {
    private SavePdf() {}

    static String url(PDDocument pdf) throws IOException {
        if (pdf.isEncrypted()) {
            pdf.setAllSecurityToBeRemoved(true);
        }
        Bytes bytes = new Bytes();
        pdf.save(bytes);
        return "data:application/pdf;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** Bytes that cannot be written on after the writing thread was interrupted. */
    private static final class Bytes extends ByteArrayOutputStream {
        @Override
        public synchronized void write(byte[] source, int offset, int size) {
            WorkStopped.check();
            super.write(source, offset, size);
        }

        @Override
        public synchronized void write(int value) {
            WorkStopped.check();
            super.write(value);
        }
    }
}
