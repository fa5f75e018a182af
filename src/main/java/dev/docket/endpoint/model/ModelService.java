package dev.docket.endpoint.model;

import dev.docket.endpoint.ProcessorMisconfigured;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;

/** The service as it was configured, checked. Its text has no secret in it. */
final class ModelService {
    private static final String PREFIX = "docket.model.";

    private final ModelConfig config;
    private final String baseUrl;
    private final String small;

    private ModelService(ModelConfig config) {
        this.config = config;
        baseUrl = baseUrl();
        small = config.small().orElseThrow(() -> wrong("small", "must be set: the name of the model at the service"));
        positive("max-images", config.maxImages());
        positive("max-text", config.maxText());
        positive("max-consensus", config.maxConsensus());
        positive("concurrency", config.concurrency());
        positive("repairs", config.repairs() + 1);
        positive("retries", config.retries() + 1);
        config.maxTokens().ifPresent(tokens -> positive("max-tokens", tokens));
        within("connect-timeout", config.connectTimeout());
        within("response-timeout", config.responseTimeout());
        within("idle-timeout", config.idleTimeout());
        within("total-timeout", config.totalTimeout());
        if (config.maxAnswer().asLongValue() < 2 || config.maxAnswer().asLongValue() > 1 << 28) {
            throw wrong("max-answer", "must be from 2 bytes to 256M");
        }
    }

    /** @throws ProcessorMisconfigured for a setting that cannot be followed */
    static ModelService of(ModelConfig config) {
        return new ModelService(config);
    }

    ModelConfig config() {
        return config;
    }

    String url() {
        return baseUrl;
    }

    /** The key, which must not leave this process by another way than a call. */
    List<String> secrets() {
        return config.apiKey().map(List::of).orElse(List.of());
    }

    /** The model at the service for the one that a request names. */
    String nameOf(String requested) {
        return switch (requested == null ? "" : requested) {
            case "", "retab-small", "auto-small" -> small;
            case "retab-micro" -> config.micro().orElse(small);
            case "retab-large", "auto-large" -> config.large().orElse(small);
            default -> config.other().orElse(requested);
        };
    }

    @Override
    public String toString() {
        return "model service";
    }

    private String baseUrl() {
        String text = config.baseUrl()
                .orElseThrow(() -> wrong("base-url", "must be set, because docket.processors names model"))
                .strip();
        try {
            URI url = new URI(text);
            boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            boolean plain = url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null;
            if (!web || url.getHost() == null || !plain) {
                throw wrong("base-url", "must be like https://models.example.com/v1, without user, query and fragment");
            }
            return text.replaceAll("/+$", "");
        } catch (URISyntaxException unreadable) {
            throw wrong("base-url", "is not a URL");
        }
    }

    private static void positive(String key, int value) {
        if (value < 1) {
            throw wrong(key, "is too small");
        }
    }

    private static void within(String key, Duration value) {
        if (value.toMillis() < 1 || value.toDays() > 7) {
            throw wrong(key, "must be more than nothing and at most seven days");
        }
    }

    private static ProcessorMisconfigured wrong(String key, String what) {
        return new ProcessorMisconfigured(PREFIX + key + " " + what);
    }
}
