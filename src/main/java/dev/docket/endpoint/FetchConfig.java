package dev.docket.endpoint;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Whether and how documents are fetched that a request names by an https URL. All processes need the same settings: one
 * accepts the URL, perhaps another fetches it. A setting that cannot be followed stops the start.
 */
@ConfigMapping(prefix = "docket.documents.fetch")
public interface FetchConfig {
    /** Whether https URLs are taken at all. Without it a request with one is answered 422. */
    @WithDefault("false")
    boolean allowed();

    /**
     * The hosts that may be fetched from, as {@code files.example.com}, or {@code *.example.com} for every name below
     * that one; separated by commas. Unset: any host, as long as its addresses are public.
     */
    Optional<List<String>> hosts();

    /** The ports that may be connected to. */
    @WithDefault("443")
    List<Integer> ports();

    /**
     * Ranges of private or loopback addresses that may be connected to all the same, as {@code 10.20.0.0/16}, separated
     * by commas; for a store inside the cluster. Link-local and metadata addresses cannot be allowed. Unset: none.
     */
    Optional<List<String>> privateRanges();

    /**
     * How large a request may become once its documents stand in place of their URLs, in base64 as inline ones do; at
     * most 2 GiB. A job whose documents are larger fails with {@code document_too_large}.
     */
    @WithDefault("${docket.limits.body-bytes:32M}")
    MemorySize maxBytes();

    /** How many URLs one request may have. */
    @WithDefault("16")
    int maxDocuments();

    /** How many redirects are followed for one document. */
    @WithDefault("3")
    int maxRedirects();

    /** The longest time to get a connection, TLS included. */
    @WithDefault("5S")
    Duration connectTimeout();

    /** The longest time for all documents of one request, from the first look-up of a name to the last byte. */
    @WithDefault("1M")
    Duration timeout();

    /** A PEM file with the certificates to trust, instead of those that the JVM trusts. */
    Optional<Path> trustCertificates();
}
