package dev.docket.start;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What the service loader finds by name, for native images. The bundled database is not among them: with its provider
 * all of it stays out of a native binary.
 */
@RegisterForReflection(
        targets = {
            PoolerCheck.class,
            PortCheck.class,
            RangesCheck.class,
            ReplicaCheck.class,
            RolesCheck.class,
            TenantCheck.class,
            TraceReceiver.class
        },
        classNames = {
            // Prepares passwords for the reactive client's login.
            "com.ongres.saslprep.SASLprep",
            // Reads pages of black and white, as scanners pack them into PDFs.
            "org.apache.pdfbox.jbig2.JBIG2ImageReaderSpi",
            // Named by ClientDialects in the URL of the driver.
            "org.postgresql.ssl.DefaultJavaSSLFactory"
        })
final class ServiceTypes {
    private ServiceTypes() {}
}
