package dev.docket.endpoint.local.topic;

import java.util.regex.Pattern;

/** Takes out of a description what it says that something is not. */
final class Denial {
    private static final int LONGEST = 4000;
    private static final Pattern DENIED = Pattern.compile(
            "(?i)\\b(?:not|no|never|without|except|excluding|other than|rather than|unlike|as opposed to|instead of"
                    + "|nicht|keine?n?|ohne|außer|ausgenommen|anders als"
                    + "|pas|sauf|hors|excepté|autres? que|sin|excepto|salvo|distint[oa]s? de"
                    + "|non|senza|tranne|eccetto|divers[oi] da)\\b[^.;,:()\\n]{0,200}");

    private Denial() {}

    static String without(String description) {
        String head = description.substring(0, Math.min(LONGEST, description.length()));
        return DENIED.matcher(head).replaceAll(" ");
    }
}
