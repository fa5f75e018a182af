package dev.docket.endpoint.model;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The chat model that answers the endpoints which {@code docket.processors} gives to {@code model}. Nothing goes to it
 * unless it is named there; a setting that cannot be followed stops the start then.
 */
@ConfigMapping(prefix = "docket.model")
public interface ModelConfig {
    /** Where the model is served, with the version: {@code https://api.openai.com/v1}, {@code http://vllm:8000/v1}. */
    Optional<String> baseUrl();

    /** Sent as {@code Authorization: Bearer …}. Unset: none is sent. Never logged. */
    Optional<String> apiKey();

    /** The model for requests that ask for {@code retab-small}, {@code auto-small} or for none. It must be set. */
    Optional<String> small();

    /** The model for {@code retab-micro}. Default: that of {@code small}. */
    Optional<String> micro();

    /** The model for {@code retab-large} and {@code auto-large}. Default: that of {@code small}. */
    Optional<String> large();

    /** The model for every other name. Default: the name itself goes to the service. */
    Optional<String> other();

    /** Whether the models take images. Then pages are sent as pictures too, and scans can be read. Default no. */
    @WithDefault("false")
    boolean images();

    /** Pages that are sent as pictures, the first ones of a document. Default 20. */
    @WithDefault("20")
    int maxImages();

    /**
     * How a result is asked for: {@code json-schema} (the default) hands the schema to the service, {@code json-object}
     * only asks it for JSON, {@code prompt} asks in words alone. The answer is checked against the schema either way.
     */
    @WithDefault("json-schema")
    Output output();

    /** Whether answers are streamed, so that a service that has died is noticed sooner. Default yes. */
    @WithDefault("true")
    boolean streaming();

    /** Sent as {@code max_tokens}. Unset: none is sent, and the service has its own limit. */
    OptionalInt maxTokens();

    /** Characters of a document's text that one question may have; over it: {@code document_too_large}. */
    @WithDefault("400000")
    int maxText();

    /** How often the model is told what is wrong with its answer before the job fails. Default once. */
    @WithDefault("1")
    int repairs();

    /** How often one call is made again within a run after a failure that may pass, before the job goes back. */
    @WithDefault("1")
    int retries();

    /** The largest {@code n_consensus}. Default 8; over it: {@code request_invalid}. */
    @WithDefault("8")
    int maxConsensus();

    /** How many jobs one process works on with the model at the same time. Default 8. */
    @WithDefault("8")
    int concurrency();

    /** The longest time to get a connection, TLS included. Default 5 seconds. */
    @WithDefault("5S")
    Duration connectTimeout();

    /** The longest time from the question to the beginning of the answer. Default 5 minutes. */
    @WithDefault("5M")
    Duration responseTimeout();

    /** The longest pause inside the answer. Default 1 minute. */
    @WithDefault("1M")
    Duration idleTimeout();

    /** The longest time for one call. Default 10 minutes. Past any of the times: {@code upstream_timeout}. */
    @WithDefault("10M")
    Duration totalTimeout();

    /** The largest answer of one call in bytes. Default 8 MiB; over it: {@code upstream_answer_too_large}. */
    @WithDefault("8M")
    MemorySize maxAnswer();

    /** How a result is asked for. */
    enum Output {
        JSON_SCHEMA,
        JSON_OBJECT,
        PROMPT
    }
}
