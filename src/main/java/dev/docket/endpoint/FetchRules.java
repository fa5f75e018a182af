package dev.docket.endpoint;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which URLs documents may be fetched from, as configured. */
@Singleton
public class FetchRules {
    private static final String PREFIX = "docket.documents.fetch.";
    private static final Pattern HOST = Pattern.compile("(\\*\\.)?[a-z0-9.-]+");
    private static final UrlReading RESERVED =
            new UrlReading.Refused("a host with a private, loopback, link-local or otherwise reserved address");

    private final FetchConfig config;
    private final List<String> hosts;
    private final AddressRules addresses;

    /** The rules that a configuration makes. */
    public FetchRules(FetchConfig config) {
        this.config = config;
        this.hosts =
                config.hosts().orElse(List.of()).stream().map(FetchRules::host).toList();
        this.addresses = new AddressRules(config.privateRanges().orElse(List.of()).stream()
                .map(FetchRules::privateRange)
                .toList());
        positive("max-bytes", config.maxBytes().asLongValue());
        positive("max-documents", config.maxDocuments());
        positive("max-redirects", config.maxRedirects() + 1L);
        positive("connect-timeout", config.connectTimeout().toMillis());
        positive("timeout", config.timeout().toMillis());
        config.trustCertificates().ifPresent(file -> TrustedCertificates.check(PREFIX, file));
    }

    /** Made at the start of the process, so that a configuration that cannot be followed stops it. */
    void start(@Observes StartupEvent event) {}

    public boolean allowed() {
        return config.allowed();
    }

    public int maxDocuments() {
        return config.maxDocuments();
    }

    /** The largest resolved request in bytes. */
    public int maxBytes() {
        return (int) Math.min(config.maxBytes().asLongValue(), Integer.MAX_VALUE);
    }

    /** Reads the URL of a document. Its host's name is not looked up. */
    public UrlReading read(String url) {
        return judged(ReadUrl.read(url));
    }

    /** Reads what a redirect leads to. */
    public UrlReading redirected(DocumentUrl from, String location) {
        return judged(ReadUrl.read(from, location));
    }

    /** Judges the addresses behind a name, of which none may be a bad one: any of them might be connected to. */
    public UrlReading judged(DocumentUrl url, List<InetAddress> found) {
        return !found.isEmpty() && found.stream().allMatch(addresses::allows)
                ? new UrlReading.Fetchable(url)
                : RESERVED;
    }

    private UrlReading judged(UrlReading reading) {
        return reading instanceof UrlReading.Fetchable fetchable ? judged(fetchable) : reading;
    }

    private UrlReading judged(UrlReading.Fetchable fetchable) {
        DocumentUrl url = fetchable.url();
        if (!config.ports().contains(url.port())) {
            return new UrlReading.Refused(
                    "a URL with the port " + url.port() + ", which is not among " + PREFIX + "ports");
        }
        if (!hosts.isEmpty() && hosts.stream().noneMatch(pattern -> matches(pattern, url.host()))) {
            return new UrlReading.Refused("a URL with a host that is not among " + PREFIX + "hosts");
        }
        return literal(url.host()).map(address -> judged(url, List.of(address))).orElse(fetchable);
    }

    /** The address that a host is, if it is not a name. */
    public static Optional<InetAddress> literal(String host) {
        try {
            // Four decimal numbers: nothing is looked up.
            return ReadUrl.isAddress(host) ? Optional.of(InetAddress.getByName(host)) : Optional.empty();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean matches(String pattern, String host) {
        return pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern);
    }

    private static String host(String configured) {
        String host = configured.strip().toLowerCase(Locale.ROOT);
        if (!HOST.matcher(host).matches()) {
            throw new ProcessorMisconfigured(
                    PREFIX + "hosts has \"" + host + "\", which is neither a host name nor *. and one");
        }
        return host;
    }

    private static AddressRange privateRange(String configured) {
        try {
            AddressRange range = AddressRange.of(configured.strip());
            if (AddressRules.isPrivate(range)) {
                return range;
            }
        } catch (IllegalArgumentException malformed) {
            // Told below, as for a range that is not private.
        }
        throw new ProcessorMisconfigured(PREFIX + "private-ranges has \"" + configured
                + "\", which is not a range of private or loopback addresses as 10.20.0.0/16");
    }

    private static void positive(String key, long value) {
        if (value <= 0) {
            throw new ProcessorMisconfigured(PREFIX + key + " is too small");
        }
    }
}
