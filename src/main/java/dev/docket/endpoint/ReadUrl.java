package dev.docket.endpoint;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads a URL strictly: what two readers might understand differently is refused, so that what was checked is what is
 * connected to.
 */
final class ReadUrl {
    private static final int LONGEST = 4096;
    private static final int HTTPS = 443;
    private static final String OCTET = "(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    /** The last part of a name begins with a letter: else it is a number in some notation, and so an address. */
    private static final Pattern NAME = Pattern.compile("(" + LABEL + "\\.)*(?![0-9])" + LABEL);

    private static final int LONGEST_NAME = 253;

    private ReadUrl() {}

    static UrlReading read(String text) {
        if (text.length() > LONGEST) {
            return refused("a URL of more than " + LONGEST + " characters");
        }
        try {
            return read(new URI(text));
        } catch (URISyntaxException malformed) {
            return refused("a malformed URL");
        }
    }

    /** What a redirect leads to, which may be named from where it is. */
    static UrlReading read(DocumentUrl from, String location) {
        if (location.length() > LONGEST) {
            return refused("a URL of more than " + LONGEST + " characters");
        }
        try {
            URI base = new URI("https://" + from.host() + ":" + from.port() + from.target());
            // The JDK would leave out the last part of the path.
            return location.startsWith("?")
                    ? read("https://" + base.getRawAuthority() + base.getRawPath() + location)
                    : read(base.resolve(new URI(location)));
        } catch (URISyntaxException malformed) {
            return refused("a malformed URL");
        }
    }

    private static UrlReading read(URI uri) throws URISyntaxException {
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            return refused(uri.getScheme() == null ? "a URL without a scheme" : "a URL of the scheme " + scheme(uri));
        }
        if (uri.getRawUserInfo() != null) {
            return refused("a URL with credentials in it");
        }
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (host.startsWith("[")) {
            return refused("a URL with an IPv6 address in place of a host name");
        }
        if (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        if (!IPV4.matcher(host).matches()
                && (host.length() > LONGEST_NAME || !NAME.matcher(host).matches())) {
            return refused("a URL without a host name, or with an address in an unusual spelling");
        }
        return new UrlReading.Fetchable(new DocumentUrl(host, uri.getPort() < 0 ? HTTPS : uri.getPort(), target(uri)));
    }

    static boolean isAddress(String host) {
        return IPV4.matcher(host).matches();
    }

    private static String scheme(URI uri) {
        return Excerpt.of(uri.getScheme().toLowerCase(Locale.ROOT));
    }

    private static String target(URI uri) throws URISyntaxException {
        URI ascii = new URI(uri.toASCIIString());
        String path = ascii.getRawPath() == null || ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
    }

    private static UrlReading refused(String what) {
        return new UrlReading.Refused(what);
    }
}
