package dev.docket.endpoint.upstream;

import dev.docket.endpoint.ProcessorMisconfigured;
import dev.docket.endpoint.TrustedCertificates;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns the settings of a service into a {@link Service}, or says what is wrong. Never repeats a secret. */
final class CheckService {
    static final String RETAB = "retab";
    private static final String RETAB_URL = "https://api.retab.com";
    private static final long LARGEST_ANSWER = 1 << 30;
    private static final String UNNAMED = "default";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]*");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
    private static final List<String> PLACEHOLDERS = List.of("job_id", "idempotency_key");

    private final String name;
    private final String prefix;
    private final ServiceConfig config;

    private CheckService(String name, ServiceConfig config) {
        this.name = name;
        this.prefix = name.isEmpty() ? "docket.upstream." : "docket.upstream.services." + name + ".";
        this.config = config;
    }

    /** The name is empty for the service that has none; the settings are null when there are none. */
    static Service of(String name, ServiceConfig config) {
        return new CheckService(name, config).service();
    }

    private Service service() {
        if (!NAME.matcher(name).matches() || name.equals(UNNAMED)) {
            throw new ProcessorMisconfigured("docket.processors names " + processor()
                    + ", but a name has lower-case letters, digits and -, and is not " + UNNAMED);
        }
        if (config == null) {
            throw name.equals(RETAB) ? withoutKey() : withoutUrl();
        }
        URI base = baseUrl();
        boolean tls = base.getScheme().equalsIgnoreCase("https");
        ServiceHeaders headers = ServiceHeaders.of(prefix, config);
        if (name.equals(RETAB) && headers.secrets().isEmpty()) {
            throw withoutKey();
        }
        return new Service(
                name.isEmpty() ? UNNAMED : name,
                tls,
                base.getHost(),
                base.getPort() >= 0 ? base.getPort() : tls ? 443 : 80,
                base.getRawPath().replaceAll("/+$", ""),
                headers.all(),
                headers.secrets(),
                atLeastOne("concurrency", config.concurrency()),
                positive("connect-timeout", config.connectTimeout()),
                positive("response-timeout", config.responseTimeout()),
                positive("idle-timeout", config.idleTimeout()),
                positive("total-timeout", config.totalTimeout()),
                maxAnswer(),
                cancelPath(),
                positive("cancel-timeout", config.cancelTimeout()),
                config.trustCertificates().map(file -> TrustedCertificates.check(prefix, file)));
    }

    /** A password may stand in the URL, so it is not repeated. */
    private URI baseUrl() {
        String text = config.baseUrl()
                .or(() -> name.equals(RETAB) ? Optional.of(RETAB_URL) : Optional.empty())
                .orElseThrow(this::withoutUrl);
        URI url = parsed(text);
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!web || url.getHost() == null) {
            throw wrong("base-url", "must be like https://documents.example.com");
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw wrong("base-url", "must have no user, no query and no fragment");
        }
        if (url.getRawPath().matches(".*/v1/*")) {
            throw wrong("base-url", "must not end with /v1, which is part of the paths that are added");
        }
        return url;
    }

    private URI parsed(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException unreadable) {
            throw wrong("base-url", "is not a URL");
        }
    }

    private Optional<String> cancelPath() {
        config.cancelPath().ifPresent(path -> {
            boolean known =
                    PLACEHOLDER.matcher(path).results().allMatch(found -> PLACEHOLDERS.contains(found.group(1)));
            String rest = PLACEHOLDER.matcher(path).replaceAll("");
            if (!path.startsWith("/") || !known || !rest.matches("[\\x21-\\x7e&&[^{}#]]+")) {
                throw wrong(
                        "cancel-path", "must be a path with no other placeholders than {job_id} and {idempotency_key}");
            }
        });
        return config.cancelPath();
    }

    private int maxAnswer() {
        long bytes = config.maxAnswer().asLongValue();
        if (bytes < 2 || bytes > LARGEST_ANSWER) {
            throw wrong("max-answer", "must be from 2 bytes to 1G");
        }
        return (int) bytes;
    }

    private int atLeastOne(String key, int value) {
        if (value < 1) {
            throw wrong(key, "must be at least 1");
        }
        return value;
    }

    private Duration positive(String key, Duration value) {
        if (value.toMillis() < 1 || value.toDays() > 7) {
            throw wrong(key, "must be more than nothing and at most seven days");
        }
        return value;
    }

    private ProcessorMisconfigured withoutUrl() {
        return wrong("base-url", "must be set, because docket.processors names " + processor());
    }

    private String processor() {
        return name.isEmpty() ? UpstreamProcessors.NAME : UpstreamProcessors.NAME + ":" + name;
    }

    private ProcessorMisconfigured withoutKey() {
        return wrong("api-key", "must be set: the key of an account at Retab");
    }

    private ProcessorMisconfigured wrong(String key, String what) {
        return new ProcessorMisconfigured(prefix + key + " " + what);
    }
}
