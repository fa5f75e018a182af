package dev.docket.guard;

import dev.docket.race.RaceTable;
import java.util.ArrayList;
import java.util.List;

/** All that a statement without a guard must stumble over; those that were made for a guard come first. */
final class Scenarios {
    private Scenarios() {}

    static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        RaceTable.cells().forEach((name, cell) -> all.add(new Scenario(name, cell::accept)));
        return all;
    }
}
