package dev.docket.start;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was asked of {@code keys …}.
 *
 * @param verb what to do
 * @param organization whose keys; always there for a create
 * @param name what to call a new key
 * @param keyId which key to rotate or to revoke; empty for the other verbs
 */
public record KeyArguments(Verb verb, Optional<String> organization, Optional<String> name, String keyId) {
    /** What can be done with keys. */
    public enum Verb {
        CREATE,
        LIST,
        ROTATE,
        REVOKE
    }

    /**
     * Reads the command line, {@code keys} included.
     *
     * @throws StartRefused with the usage, when it cannot be read
     */
    public static KeyArguments parse(String... args) {
        List<String> words = List.of(args).subList(1, args.length);
        String verb = words.isEmpty() ? "" : words.get(0);
        return switch (verb) {
            case "create" -> create(options(words, Set.of("--organization", "--name")));
            case "list" -> list(options(words, Set.of("--organization")));
            case "rotate" -> of(Verb.ROTATE, words);
            case "revoke" -> of(Verb.REVOKE, words);
            default -> throw new StartRefused(KeyCommands.USAGE);
        };
    }

    private static KeyArguments create(Map<String, String> options) {
        String organization = Optional.ofNullable(options.get("--organization"))
                .orElseThrow(() -> new StartRefused("keys create needs --organization. " + KeyCommands.USAGE));
        OrganizationName.require("--organization", organization);
        return new KeyArguments(Verb.CREATE, Optional.of(organization), Optional.ofNullable(options.get("--name")), "");
    }

    private static KeyArguments list(Map<String, String> options) {
        return new KeyArguments(Verb.LIST, Optional.ofNullable(options.get("--organization")), Optional.empty(), "");
    }

    private static KeyArguments of(Verb verb, List<String> words) {
        if (words.size() != 2) {
            throw new StartRefused("keys " + words.get(0) + " needs one key id. " + KeyCommands.USAGE);
        }
        return new KeyArguments(verb, Optional.empty(), Optional.empty(), words.get(1));
    }

    private static Map<String, String> options(List<String> words, Set<String> known) {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i < words.size(); i += 2) {
            if (!known.contains(words.get(i)) || i + 1 == words.size()) {
                throw new StartRefused("Cannot read '" + words.get(i) + "'. " + KeyCommands.USAGE);
            }
            options.put(words.get(i), words.get(i + 1));
        }
        return options;
    }
}
