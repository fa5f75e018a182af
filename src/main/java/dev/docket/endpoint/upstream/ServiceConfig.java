package dev.docket.endpoint.upstream;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One service that jobs can be forwarded to. A setting that cannot be followed stops the start if it is used. */
public interface ServiceConfig {
    /**
     * Where the service is, for example {@code https://documents.example.com}; the path of the endpoint, {@code
     * /v1/documents/extract}, is added. The service named {@code retab} has {@code https://api.retab.com} when this is
     * not set; every other one needs it.
     */
    Optional<String> baseUrl();

    /** Sent as the header {@code Api-Key}. Not together with {@code authorization}. Never logged. */
    Optional<String> apiKey();

    /** Sent as the header {@code Authorization}, for example {@code Bearer …}. Never logged. */
    Optional<String> authorization();

    /** Further headers to send, each as {@code Name: value}, separated by commas. Never logged. */
    Optional<List<String>> headers();

    /** How many jobs one process forwards to the service at the same time, and so its connections. Default 16. */
    @WithDefault("16")
    int concurrency();

    /** The longest time to get a connection, TLS included. Default 5 seconds. */
    @WithDefault("5S")
    Duration connectTimeout();

    /** The longest time from the end of the request to the beginning of the answer. Default 5 minutes. */
    @WithDefault("5M")
    Duration responseTimeout();

    /** The longest pause inside the request or inside the answer. Default 1 minute. */
    @WithDefault("1M")
    Duration idleTimeout();

    /** The longest time for all of it. Default 10 minutes. Past any of the times: {@code upstream_timeout}. */
    @WithDefault("10M")
    Duration totalTimeout();

    /** The largest answer, at most 1 GiB. Default 64 MiB; over it: {@code upstream_answer_too_large}. */
    @WithDefault("64M")
    MemorySize maxAnswer();

    /**
     * The path of a call that tells the service that a job was cancelled, for example {@code
     * /v1/runs/{idempotency_key}/cancel}; {@code {job_id}} and {@code {idempotency_key}} are filled in. It is added to
     * the base URL and called with {@code POST} and no body. Unset: no such call is made.
     */
    Optional<String> cancelPath();

    /** The longest time for that call. Default 5 seconds. */
    @WithDefault("5S")
    Duration cancelTimeout();

    /** A PEM file with the certificates to trust, instead of those that the JVM trusts. */
    Optional<Path> trustCertificates();
}
