package dev.docket.start;

import dev.docket.tenant.KeyMaterial;

/** What the first start prints on stdout, the only time the key is seen. */
final class KeyBanner {
    private KeyBanner() {}

    static String text(KeyMaterial key, String organization, int port) {
        return """

                ------------------------------------------------------------------------
                Your API key for %s. It is shown this once; keep it.

                  %s

                Try it when the service is up:

                  curl -H 'Api-Key: %s' http://localhost:%s/v1/jobs
                ------------------------------------------------------------------------
                """.formatted(organization, key.text(), key.text(), port == 0 ? "PORT" : port);
    }
}
