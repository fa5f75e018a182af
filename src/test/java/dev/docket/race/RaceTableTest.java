package dev.docket.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every verb behind every other one at the exact moment, in both orders and with both ends of the first one. */
class RaceTableTest {
    private static final Set<Verb> PAIRED = EnumSet.of(
            Verb.CLAIM,
            Verb.HEARTBEAT,
            Verb.CANCEL,
            Verb.COMPLETE,
            Verb.FAIL,
            Verb.EXPIRE,
            Verb.RESCUE,
            Verb.RETRY,
            Verb.DELETE);

    private static Race race;

    @BeforeAll
    static void open() {
        race = new Race();
    }

    @AfterAll
    static void close() {
        race.close();
    }

    static List<LoneVerbs.Line> alone() {
        return LoneVerbs.all();
    }

    static List<Meetings.Line> meetings() {
        return Meetings.all();
    }

    static List<Queues.Line> queues() {
        return Queues.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("alone")
    void a_verb_alone_does_what_its_line_says(LoneVerbs.Line line) {
        RaceTable.alone(race, line);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("meetings")
    void behind_one_that_commits_the_second_does_what_its_line_says(Meetings.Line line) {
        RaceTable.behindCommit(race, line);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("meetings")
    void behind_one_that_rolls_back_the_second_does_what_it_does_alone(Meetings.Line line) {
        RaceTable.behindRollback(race, line);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queues")
    void of_three_and_more_the_first_that_may_wins(Queues.Line line) {
        RaceTable.queued(race, line);
    }

    @Test
    void the_table_has_every_ordered_pair() {
        List<String> missing = new ArrayList<>();
        for (Verb first : PAIRED) {
            for (Verb second : PAIRED) {
                if (meetings().stream().noneMatch(line -> line.first() == first && line.second() == second)) {
                    missing.add(second.words() + " behind " + first.words());
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void the_page_shows_the_table() throws IOException {
        String page = RacePage.text();
        Files.writeString(Path.of("target", "races.md"), page);

        assertThat(Path.of("docs", "races.md"))
                .as("to be made anew from target/races.md")
                .content()
                .isEqualTo(page);
    }
}
