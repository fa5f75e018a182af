package dev.docket.guard;

import dev.docket.race.Race;

/** Something that is true of the statements as they are; it fails if it is not. */
record Scenario(String name, Play play) {
    interface Play {
        void on(Race race);
    }

    @Override
    public String toString() {
        return name;
    }
}
