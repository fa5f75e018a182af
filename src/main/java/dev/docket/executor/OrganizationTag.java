package dev.docket.executor;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The names of organizations that metrics are told apart by: the first ones only, as each name is kept for good. */
final class OrganizationTag {
    private static final int MOST = 50;
    private static final String OTHERS = "others";

    private final Set<String> named = ConcurrentHashMap.newKeySet();

    String of(String organization) {
        if (named.contains(organization) || named.size() < MOST && named.add(organization)) {
            return organization;
        }
        return OTHERS;
    }
}
