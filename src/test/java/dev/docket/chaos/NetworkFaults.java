package dev.docket.chaos;

import dev.docket.wire.BlackHole;
import java.time.Duration;
import java.util.List;

/** Faults of the network between the service and its database: packets go nowhere, and nobody is told. */
final class NetworkFaults {
    private static final String LISTENER = "docket-listener";
    private static final String ANY = "";

    private NetworkFaults() {}

    static void silenceListeners(Fleet fleet, Duration period) {
        List<BlackHole> holes = fleet.members().stream()
                .map(member -> member.proxy().swallow(LISTENER))
                .toList();
        Pace.hold(period);
        holes.forEach(BlackHole::close);
    }

    static void silenceOne(Fleet fleet, Duration period) {
        try (BlackHole hole = fleet.members().get(0).proxy().swallow(ANY)) {
            Pace.hold(period);
        }
    }
}
