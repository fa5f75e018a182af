package dev.docket.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.race.Race;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Without any of its guards a statement does something wrong, or the guard is known to be there for another reason. */
class GuardMutationTest {
    private static Race race;

    @BeforeAll
    static void open() {
        race = new Race();
    }

    @AfterAll
    static void close() {
        race.close();
    }

    static List<Scenario> scenarios() {
        return Scenarios.made();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void a_scenario_holds_for_the_statements_as_they_are(Scenario scenario) {
        new Mutation(race).rehearse(scenario);
    }

    @Test
    void the_page_has_exactly_the_guards_of_the_code() {
        Mutation mutation = new Mutation(race);
        Scenarios.made().forEach(mutation::rehearse);
        Set<Guard> guards = new LinkedHashSet<>(mutation.guards());
        Statements.ofAll().values().stream()
                .filter(statement -> !statement.isPattern())
                .forEach(statement -> guards.addAll(FindGuards.in(statement.name(), statement.text())));

        assertThat(GuardPage.read().keySet())
                .as("to be made anew with -Dguards=all")
                .containsExactlyInAnyOrderElementsOf(guards);
    }

    @Test
    void without_a_guard_the_scenario_fails_that_the_page_names() {
        Mutation mutation = new Mutation(race);
        Map<String, Scenario> scenarios =
                Scenarios.all().stream().collect(Collectors.toMap(Scenario::name, Function.identity()));
        List<String> survivors = new ArrayList<>();
        GuardPage.read().forEach((guard, verdict) -> {
            Scenario scenario = scenarios.get(verdict.scenario());
            if (scenario != null && !mutation.kills(scenario, takenOut(guard, verdict))) {
                survivors.add(guard.key());
            }
        });

        assertThat(survivors).isEmpty();
    }

    @Test
    void a_guard_without_which_nothing_fails_is_listed_with_its_reason() {
        Map<Guard, GuardPage.Verdict> page = GuardPage.read();
        page.values().removeIf(verdict -> verdict.reason() == null);

        assertThat(page.keySet()).isEqualTo(Redundant.guards());
        assertThat(page).allSatisfy((guard, verdict) -> {
            assertThat(verdict.reason()).isEqualTo(Redundant.reason(guard));
            assertThat(verdict.scenario() == null)
                    .as("has no double")
                    .isEqualTo(Redundant.together(guard).isEmpty());
        });
    }

    @Test
    @EnabledIfSystemProperty(named = "guards", matches = "all")
    void every_guard_is_tried_against_every_scenario() throws IOException {
        Mutation mutation = new Mutation(race);
        Scenarios.all().forEach(mutation::rehearse);
        assertThat(mutation.missed()).as("statements that no scenario sends").isEmpty();
        Set<Guard> guards = mutation.guards();
        Map<Guard, GuardPage.Verdict> verdicts = new LinkedHashMap<>();

        guards.forEach(guard -> verdicts.put(guard, verdict(mutation, guard)));

        String page = GuardPage.text(verdicts);
        Files.writeString(Path.of("target", "guards.md"), page);
        assertThat(guards).as("redundant ones that are no guards").containsAll(Redundant.guards());
        assertThat(verdicts)
                .allSatisfy((guard, verdict) -> assertThat(verdict.reason() == null)
                        .as("%s fails: %s", guard.key(), verdict.scenario())
                        .isNotEqualTo(Redundant.guards().contains(guard)));
        assertThat(GuardPage.PLACE)
                .as("to be made anew from target/guards.md")
                .content()
                .isEqualTo(page);
    }

    private static GuardPage.Verdict verdict(Mutation mutation, Guard guard) {
        Optional<Scenario> killer = mutation.killer(Set.of(guard));
        if (killer.isPresent()) {
            return new GuardPage.Verdict(killer.get().name(), null);
        }
        if (!Redundant.guards().contains(guard)) {
            return new GuardPage.Verdict(null, "NOTHING KNOWN");
        }
        Set<Guard> both = Redundant.together(guard);
        String scenario = both.isEmpty()
                ? null
                : mutation.killer(both).map(Scenario::name).orElse("NOTHING");
        return new GuardPage.Verdict(scenario, Redundant.reason(guard));
    }

    private static Set<Guard> takenOut(Guard guard, GuardPage.Verdict verdict) {
        return verdict.reason() == null ? Set.of(guard) : Redundant.together(guard);
    }
}
