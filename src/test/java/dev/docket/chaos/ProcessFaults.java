package dev.docket.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Faults of the processes of the service. */
final class ProcessFaults {
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(3);
    private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(Fleet.LEASE_SECONDS + 2);
    private static final Path FAKETIME = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");

    private ProcessFaults() {}

    static void kill(Fleet fleet, Duration period) {
        Pace pace = Pace.over(period);
        for (int turn = 0; pace.goesOn(); turn++) {
            fleet.members().get(turn % fleet.members().size()).replace();
            if (pace.goesOn()) {
                Pace.hold(BETWEEN_KILLS);
            }
        }
    }

    static void pause(Fleet fleet, Duration period) {
        Pace pace = Pace.over(period);
        for (int turn = 0; pace.goesOn(); turn++) {
            ServiceProcess paused =
                    fleet.members().get(turn % fleet.members().size()).awaitReady();
            paused.signal("STOP");
            Pace.hold(LONGER_THAN_A_LEASE);
            paused.signal("CONT");
        }
    }

    static void shiftClock(Fleet fleet, Duration period) {
        if (!Files.exists(FAKETIME)) {
            String why = "No clock is shifted, as " + FAKETIME + " is not installed.";
            System.out.println(why);
            Assumptions.abort(why);
        }
        Member ahead = fleet.members().get(0);
        Member behind = fleet.members().get(1);
        ahead.replace(clockSetTo("+1h"));
        behind.replace(clockSetTo("-1h"));
        ahead.awaitReady();
        behind.awaitReady();
        Pace.hold(period);
        ahead.replace();
        behind.replace();
    }

    private static Map<String, String> clockSetTo(String shift) {
        return Map.of(
                "LD_PRELOAD",
                FAKETIME.toString(),
                "FAKETIME",
                shift,
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // Or each wait of the JVM, which goes by that clock, would end at once.
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }
}
