package dev.docket.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The cells of the tables, each played on a stage and compared with what is written there. */
public final class RaceTable {
    private RaceTable() {}

    /** All of them by their names. */
    public static Map<String, Consumer<Race>> cells() {
        Map<String, Consumer<Race>> cells = new LinkedHashMap<>();
        LoneVerbs.all().forEach(line -> cells.put(line.toString(), race -> alone(race, line)));
        Meetings.all().forEach(line -> cells.put(line + ", which commits", race -> behindCommit(race, line)));
        Meetings.all().forEach(line -> cells.put(line + ", which rolls back", race -> behindRollback(race, line)));
        Queues.all().forEach(line -> cells.put(line.toString(), race -> queued(race, line)));
        return cells;
    }

    static void alone(Race race, LoneVerbs.Line line) {
        assertThat(race.alone(line.verb(), line.scene())).isEqualTo(line.alone());
    }

    static void behindCommit(Race race, Meetings.Line line) {
        assertThat(race.met(line.first(), List.of(line.second()), line.scene(), true))
                .isEqualTo(new Race.Met(List.of(line.comer()), line.row()));
    }

    /** The second one does what it does alone, at the same moment as if the first one were there. */
    static void behindRollback(Race race, Meetings.Line line) {
        Race.Alone alone = LoneVerbs.of(line.second(), line.scene());
        assertThat(race.met(line.first(), List.of(line.second()), line.scene(), false))
                .isEqualTo(
                        new Race.Met(List.of(new Race.Comer(line.comer().meanwhile(), alone.answer())), alone.row()));
    }

    static void queued(Race race, Queues.Line line) {
        Race.Met met = race.met(line.first(), line.others(), line.scene(), line.commits());

        assertThat(met.comers()).extracting(Race.Comer::answer).isEqualTo(line.answers());
        assertThat(met.row()).isEqualTo(line.row());
        // An expiry passes over a row that is held, and a result that is late already has nothing to wait for.
        assertThat(met.comers())
                .extracting(Race.Comer::meanwhile)
                .isEqualTo(line.others().stream()
                        .map(other -> Meetings.of(line.first(), other, line.scene())
                                .comer()
                                .meanwhile())
                        .toList());
    }
}
