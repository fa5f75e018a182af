package dev.docket.start;

import java.util.List;

/**
 * What was asked of {@code organization …}.
 *
 * @param verb what to do
 * @param organization with which; empty for a list
 */
public record OrganizationArguments(Verb verb, String organization) {
    static final String USAGE =
            "Use: organization list | organization show org_x" + " | organization purge org_x --confirm org_x";

    private static final int NAMED = 2;
    private static final int CONFIRMED = 4;

    /** What can be done with organizations. */
    public enum Verb {
        LIST,
        SHOW,
        PURGE
    }

    /**
     * Reads the command line, {@code organization} included.
     *
     * @throws StartRefused with the usage, when it cannot be read, or when a purge is not confirmed by the same name
     */
    public static OrganizationArguments parse(String... args) {
        List<String> words = List.of(args).subList(1, args.length);
        String verb = words.isEmpty() ? "" : words.get(0);
        return switch (verb) {
            case "list" -> list(words);
            case "show" -> show(words);
            case "purge" -> purge(words);
            default -> throw new StartRefused(USAGE);
        };
    }

    private static OrganizationArguments list(List<String> words) {
        if (words.size() > 1) {
            throw new StartRefused("organization list takes no name. " + USAGE);
        }
        return new OrganizationArguments(Verb.LIST, "");
    }

    private static OrganizationArguments show(List<String> words) {
        if (words.size() != NAMED) {
            throw new StartRefused("organization show needs one name. " + USAGE);
        }
        return new OrganizationArguments(Verb.SHOW, words.get(1));
    }

    /** The name twice: one that was taken from the line above, or completed by a shell, must not be enough. */
    private static OrganizationArguments purge(List<String> words) {
        if (words.size() != NAMED
                && (words.size() != CONFIRMED || !words.get(NAMED).equals("--confirm"))) {
            throw new StartRefused("organization purge needs one name, twice. " + USAGE);
        }
        String organization = words.get(1);
        if (words.size() == NAMED || !words.get(CONFIRMED - 1).equals(organization)) {
            throw new StartRefused("This deletes all that " + organization + " has, for good: look at it with"
                    + " 'organization show', then confirm with '--confirm " + organization + "'.");
        }
        return new OrganizationArguments(Verb.PURGE, organization);
    }
}
