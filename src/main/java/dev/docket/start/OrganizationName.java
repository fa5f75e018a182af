package dev.docket.start;

import java.util.regex.Pattern;

/** What an organization may be called; its name is part of keys, logs and metrics. */
final class OrganizationName {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private OrganizationName() {}

    static String require(String where, String name) {
        if (!SHAPE.matcher(name).matches()) {
            throw new StartRefused(where + " is no organization name: use 1 to 64 letters, digits, _ or -,"
                    + " for example org_acme.");
        }
        return name;
    }
}
