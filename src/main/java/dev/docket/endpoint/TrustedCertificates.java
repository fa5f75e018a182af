package dev.docket.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;

/** Looks at the start whether a file of certificates can be used, and not only when the first job needs it. */
public final class TrustedCertificates {
    private TrustedCertificates() {}

    /** The file, if it has at least one certificate; else a failure that names the key below the prefix. */
    public static Path check(String prefix, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            if (!CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .isEmpty()) {
                return file;
            }
        } catch (IOException | CertificateException unreadable) {
            // Told below, as for a file that has none.
        }
        throw new ProcessorMisconfigured(prefix
                + "trust-certificates must be a PEM file with at least one certificate, which " + file + " is not");
    }
}
