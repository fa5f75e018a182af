package dev.docket.guard;

import dev.docket.race.Race;
import org.junit.jupiter.api.Test;

class DraftTest {
    @Test
    void draft() throws Exception {
        StringBuilder out = new StringBuilder();
        try (Race race = new Race()) {
            Mutation mutation = new Mutation(race);
            long t = System.nanoTime();
            Scenarios.all().forEach(mutation::rehearse);
            out.append("rehearsed in " + (System.nanoTime() - t) / 1000000 + " ms; never sent " + mutation.neverSent()
                    + "\n");
            t = System.nanoTime();
            for (Guard guard : mutation.guards()) {
                String by;
                long u = System.nanoTime();
                try {
                    by = mutation.killer(guard).map(Scenario::name).orElse("SURVIVES");
                } catch (IllegalStateException e) {
                    by = "INVALID " + e.getMessage();
                }
                out.append(guard.key() + " | " + by + " | " + (System.nanoTime() - u) / 1000000 + "\n");
                java.nio.file.Files.writeString(java.nio.file.Path.of("target/draft.txt"), out);
            }
            out.append("mutated in " + (System.nanoTime() - t) / 1000000 + " ms\n");
        }
        java.nio.file.Files.writeString(java.nio.file.Path.of("target/draft.txt"), out);
    }
}
