package dev.docket.guard;

import dev.docket.race.Race;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes guards out of statements one by one, on the way to the server, and looks which scenario stumbles. */
final class Mutation {
    private final Race race;
    private final List<Statements.Statement> statements = Statements.all();
    private final Map<Scenario, Set<String>> sent = new LinkedHashMap<>();

    Mutation(Race race) {
        this.race = race;
    }

    /** Plays a scenario with the statements as they are, and remembers what was sent. */
    void rehearse(Scenario scenario) {
        Set<String> texts = new LinkedHashSet<>();
        race.tap(
                text -> {
                    texts.add(text);
                    return text;
                },
                failure -> {});
        scenario.play().on(race);
        sent.put(scenario, texts);
    }

    /** The guards of all that was sent, by the constants that it was made from. */
    Set<Guard> guards() {
        Set<Guard> guards = new LinkedHashSet<>();
        for (Statements.Statement statement : statements) {
            sent.values()
                    .forEach(texts -> texts.stream()
                            .filter(statement::is)
                            .forEach(text -> guards.addAll(
                                    FindGuards.in(statement.name(), text).keySet())));
        }
        return guards;
    }

    List<String> neverSent() {
        return statements.stream()
                .filter(statement ->
                        sent.values().stream().noneMatch(texts -> texts.stream().anyMatch(statement::is)))
                .map(Statements.Statement::name)
                .toList();
    }

    /** The first scenario that fails without the guard. */
    Optional<Scenario> killer(Guard guard) {
        return sent.keySet().stream().filter(scenario -> kills(scenario, guard)).findFirst();
    }

    boolean kills(Scenario scenario, Guard guard) {
        Statements.Statement statement = statements.stream()
                .filter(candidate -> candidate.name().equals(guard.statement()))
                .findFirst()
                .orElseThrow();
        if (sent.get(scenario).stream().noneMatch(statement::is)) {
            return false;
        }
        List<String> invalid = new ArrayList<>();
        race.tap(text -> statement.is(text) ? without(guard, text) : text, failure -> {
            if (failure instanceof PgException refused && refused.getSqlState().startsWith("42")) {
                invalid.add(refused.getMessage());
            }
        });
        boolean fails = fails(scenario);
        if (!invalid.isEmpty()) {
            throw new IllegalStateException("not a statement any more without " + guard + ": " + invalid);
        }
        return fails;
    }

    private boolean fails(Scenario scenario) {
        try {
            scenario.play().on(race);
            return false;
        } catch (AssertionError | RuntimeException failure) {
            return true;
        }
    }

    private static String without(Guard guard, String text) {
        return FindGuards.in(guard.statement(), text).getOrDefault(guard, text);
    }
}
