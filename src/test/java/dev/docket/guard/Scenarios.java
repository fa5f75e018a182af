package dev.docket.guard;

import dev.docket.race.RaceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All that a statement without a guard must stumble over; those that were made for a guard come first. */
final class Scenarios {
    private Scenarios() {}

    /** Those that were made for a guard. */
    static List<Scenario> made() {
        return Stream.of(
                        ClaimScenarios.all(),
                        MaintenanceScenarios.all(),
                        SettleScenarios.all(),
                        CallerScenarios.all(),
                        TogetherScenarios.all(),
                        CreateScenarios.all(),
                        ReadScenarios.all(),
                        ListScenarios.all(),
                        BulkScenarios.all(),
                        BulkCallScenarios.all(),
                        BulkDeletionScenarios.all(),
                        LockOrderScenarios.all(),
                        PurgeScenarios.all())
                .flatMap(List::stream)
                .toList();
    }

    static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>(made());
        RaceTable.cells().forEach((name, cell) -> all.add(new Scenario(name, cell::accept)));
        return all;
    }
}
