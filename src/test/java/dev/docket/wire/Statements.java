package dev.docket.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a session has prepared, so that a statement is recognised each time it is run and not only the first. */
final class Statements {
    private final Map<String, String> prepared = new HashMap<>();

    /** The statement that the client's message runs, if it runs one. */
    Optional<String> runBy(WireMessage message) {
        switch (message.type()) {
            case 'P':
                prepared.put(message.text(0), message.text(1));
                return Optional.empty();
            case 'B':
                return Optional.ofNullable(prepared.get(message.text(1)));
            case 'Q':
                return Optional.of(message.text(0));
            default:
                return Optional.empty();
        }
    }
}
