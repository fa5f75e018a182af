package dev.docket.guard;

import dev.docket.race.Race;
import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Takes guards out of statements, on their way to the server, and looks which scenario fails. */
final class Mutation {
    /** Syntax and types: what the server says of something that was never a statement. */
    private static final Set<String> NO_STATEMENT =
            Set.of("42601", "42P18", "42804", "42702", "42703", "42P10", "42883");

    private final Race race;
    private final Map<String, Statements.Statement> statements = Statements.ofAll();
    private final Map<Scenario, Set<String>> sent = new LinkedHashMap<>();
    private final Map<String, Optional<Statements.Statement>> known = new ConcurrentHashMap<>();

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
        Map<String, Set<Guard>> guards = new TreeMap<>();
        sent.values().stream()
                .flatMap(Set::stream)
                .distinct()
                .forEach(text -> Statements.sent(statements, text)
                        .ifPresent(statement -> guards.computeIfAbsent(statement.name(), name -> new LinkedHashSet<>())
                                .addAll(FindGuards.in(statement.name(), text))));
        return guards.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The statements that have guards and of which nothing was sent. */
    List<String> missed() {
        return statements.values().stream()
                .filter(statement ->
                        !FindGuards.in(statement.name(), statement.text()).isEmpty())
                .filter(statement ->
                        sent.values().stream().noneMatch(texts -> texts.stream().anyMatch(statement::isPartOf)))
                .map(Statements.Statement::name)
                .toList();
    }

    /** The first of the rehearsed scenarios that fails without the guards, which are of one statement. */
    Optional<Scenario> killer(Set<Guard> guards) {
        Statements.Statement statement = statementOf(guards);
        return sent.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(text -> isSent(statement, text)))
                .map(Map.Entry::getKey)
                .filter(scenario -> kills(scenario, guards))
                .findFirst();
    }

    boolean kills(Scenario scenario, Set<Guard> guards) {
        Statements.Statement statement = statementOf(guards);
        List<String> invalid = new CopyOnWriteArrayList<>();
        race.tap(text -> statement.is(text) ? FindGuards.without(guards, statement.name(), text) : text, failure -> {
            if (failure instanceof PgException refused && NO_STATEMENT.contains(refused.getSqlState())) {
                invalid.add(refused.getMessage());
            }
        });
        boolean fails = fails(scenario);
        if (!invalid.isEmpty()) {
            throw new IllegalStateException("no statement any more without " + guards + ": " + invalid);
        }
        return fails;
    }

    private boolean isSent(Statements.Statement statement, String text) {
        return statementOf(text).filter(statement::equals).isPresent();
    }

    private Optional<Statements.Statement> statementOf(String text) {
        return known.computeIfAbsent(text, unknown -> Statements.sent(statements, unknown));
    }

    private Statements.Statement statementOf(Set<Guard> guards) {
        return statements.get(guards.iterator().next().statement());
    }

    /** A command does not say to a listener what was refused. */
    private static void requireStatement(Throwable failure) {
        if (failure.getCause() instanceof SQLException refused && NO_STATEMENT.contains(refused.getSQLState())) {
            throw new IllegalStateException("no statement any more", failure);
        }
    }

    private boolean fails(Scenario scenario) {
        try {
            scenario.play().on(race);
            return false;
        } catch (AssertionError | RuntimeException failure) {
            requireStatement(failure);
            return true;
        }
    }
}
