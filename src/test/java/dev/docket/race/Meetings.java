package dev.docket.race;

import java.util.List;

/**
 * Which verb meets which, on what, and what comes of it when the first one commits: whether the second one waits or
 * what it answers at once, what it answers then, and the row at last. When the first one rolls back, the second one
 * does what {@link LoneVerbs} says.
 */
final class Meetings {
    private static final String TABLE = """
            claim          | claim          | queued      | nothing     | nothing                     | in_progress #2 +1
            claim          | heartbeat      | queued      | lost        | lost                        | in_progress #2 +1
            claim          | cancel         | queued      | waits       | Won, stop #2                | cancelled #2 worked
            claim          | complete       | queued      | TooLate     | TooLate                     | in_progress #2 +1
            claim          | fail           | queued      | TooLate     | TooLate                     | in_progress #2 +1
            claim          | expire         | queued      | nothing     | nothing                     | in_progress #2 +1
            claim          | rescue         | queued      | nothing     | nothing                     | in_progress #2 +1
            claim          | retry          | queued      | waits       | Refused(in_progress)        | in_progress #2 +1
            claim          | delete         | queued      | nothing     | nothing                     | in_progress #2 +1
            claim          | cancel queued  | queued      | waits       | NoLongerQueued(in_progress) | in_progress #2 +1
            claim          | claim          | validating  | nothing     | nothing                     | validating #2 +1 held
            claim          | cancel         | validating  | waits       | Won, stop #2                | cancelled #2 worked
            claim          | fail unstarted | queued      | nothing     | nothing                     | in_progress #2 +1
            claim          | bulk cancel    | queued      | pending     | cancelled, stop #2          | cancelled #2 worked

            heartbeat      | claim          | running     | nothing     | nothing                     | in_progress #1 +2
            heartbeat      | heartbeat      | running     | waits       | kept #1                     | in_progress #1 +2
            heartbeat      | cancel         | running     | waits       | Won, stop #1                | cancelled #1 worked
            heartbeat      | complete       | running     | waits       | Won(completed)              | completed #1 response
            heartbeat      | fail           | running     | waits       | Won(failed)                 | failed #1 document_damaged
            heartbeat      | expire         | late        | nothing     | 1 job                       | expired #1 late
            heartbeat      | rescue         | lapsed      | nothing     | nothing                     | in_progress #1 +2
            heartbeat      | retry          | late        | waits       | Accepted(queued)            | queued #1/1 +3
            heartbeat      | delete         | bygone      | nothing     | nothing                     | in_progress #1 +2 late
            heartbeat      | hand back      | running     | waits       | handed back #1              | queued #1 +3
            heartbeat      | fail for now   | running     | waits       | Won(queued)                 | queued #1 +2 parked
            heartbeat      | strays         | running     | waits       | handed back #1              | queued #1 +3
            heartbeat      | complete       | lapsed      | waits       | Won(completed)              | completed #1 response
            heartbeat      | bulk cancel    | running     | pending     | cancelled, stop #1          | cancelled #1 worked

            cancel         | claim          | queued      | nothing     | nothing                     | cancelled #1
            cancel         | heartbeat      | running     | waits       | lost                        | cancelled #1 worked
            cancel         | cancel         | running     | waits       | LostRace(cancelled)         | cancelled #1 worked
            cancel         | complete       | running     | waits       | TooLate                     | cancelled #1 worked
            cancel         | fail           | running     | waits       | TooLate                     | cancelled #1 worked
            cancel         | expire         | running     | nothing     | nothing                     | cancelled #1 worked
            cancel         | rescue         | lapsed      | nothing     | nothing                     | cancelled #1 worked
            cancel         | retry          | running     | waits       | Accepted(queued)            | queued #1/1 +3
            cancel         | delete         | running     | nothing     | nothing                     | cancelled #1 worked
            cancel         | cancel         | queued      | waits       | LostRace(cancelled)         | cancelled #1
            cancel         | same cancel    | running     | waits       | Won, stop #1                | cancelled #1 worked
            cancel         | cancel queued  | queued      | waits       | LostRace(cancelled)         | cancelled #1
            cancel         | claim          | validating  | nothing     | nothing                     | cancelled #1
            cancel         | fail for now   | running     | waits       | TooLate                     | cancelled #1 worked
            cancel         | hand back      | running     | waits       | not held                    | cancelled #1 worked
            cancel         | strays         | running     | waits       | none                        | cancelled #1 worked
            cancel         | promote        | parked      | nothing     | nothing                     | cancelled #1
            cancel         | confirm        | running     | nothing     | noted                       | cancelled #1 worked stopped
            cancel         | validated      | resolving   | waits       | TooLate                     | cancelled #1 worked
            cancel         | heartbeat      | resolving   | waits       | lost                        | cancelled #1 worked
            cancel         | retry          | queued      | waits       | Accepted(queued)            | queued #1/1 +3
            cancel         | fail unstarted | unstarted   | nothing     | nothing                     | cancelled #1
            cancel         | bulk cancel    | running     | pending     | already_finished            | cancelled #1 worked

            complete       | claim          | running     | nothing     | nothing                     | completed #1 response
            complete       | heartbeat      | running     | waits       | lost                        | completed #1 response
            complete       | cancel         | running     | waits       | LostRace(completed)         | completed #1 response
            complete       | complete       | running     | waits       | Won(completed)              | completed #1 response
            complete       | fail           | running     | waits       | TooLate                     | completed #1 response
            complete       | expire         | running     | nothing     | nothing                     | completed #1 response
            complete       | rescue         | lapsed      | nothing     | nothing                     | completed #1 response
            complete       | retry          | running     | waits       | Refused(completed)          | completed #1 response
            complete       | delete         | running     | nothing     | nothing                     | completed #1 response
            complete       | hand back      | running     | waits       | not held                    | completed #1 response
            complete       | fail for now   | running     | waits       | TooLate                     | completed #1 response
            complete       | strays         | running     | waits       | none                        | completed #1 response
            complete       | cancel queued  | running     | waits       | LostRace(completed)         | completed #1 response
            complete       | heartbeat      | lapsed      | waits       | lost                        | completed #1 response
            complete       | bulk cancel    | running     | pending     | already_finished            | completed #1 response

            fail           | claim          | running     | nothing     | nothing                     | failed #1 document_damaged
            fail           | heartbeat      | running     | waits       | lost                        | failed #1 document_damaged
            fail           | cancel         | running     | waits       | LostRace(failed)            | failed #1 document_damaged
            fail           | complete       | running     | waits       | TooLate                     | failed #1 document_damaged
            fail           | fail           | running     | waits       | Won(failed)                 | failed #1 document_damaged
            fail           | expire         | running     | nothing     | nothing                     | failed #1 document_damaged
            fail           | rescue         | lapsed      | nothing     | nothing                     | failed #1 document_damaged
            fail           | retry          | running     | waits       | Accepted(queued)            | queued #1/1 +3
            fail           | delete         | running     | nothing     | nothing                     | failed #1 document_damaged
            fail           | hand back      | running     | waits       | not held                    | failed #1 document_damaged
            fail           | fail for now   | running     | waits       | TooLate                     | failed #1 document_damaged
            fail           | bulk cancel    | running     | pending     | already_finished            | failed #1 document_damaged

            expire         | claim          | late queued | nothing     | nothing                     | expired #1 late
            expire         | heartbeat      | late        | waits       | lost                        | expired #1 late
            expire         | cancel         | late        | waits       | AlreadyFinished(expired)    | expired #1 late
            expire         | complete       | late        | TooLate     | TooLate                     | expired #1 late
            expire         | fail           | late        | TooLate     | TooLate                     | expired #1 late
            expire         | expire         | late        | nothing     | nothing                     | expired #1 late
            expire         | rescue         | late lapsed | nothing     | nothing                     | expired #1 late
            expire         | retry          | late        | waits       | Accepted(queued)            | queued #1/1 +3
            expire         | delete         | bygone      | nothing     | 1 job                       | gone
            expire         | cancel         | late queued | waits       | AlreadyFinished(expired)    | expired #1 late
            expire         | hand back      | late        | waits       | not held                    | expired #1 late
            expire         | bulk cancel    | late        | pending     | already_finished            | expired #1 late

            rescue         | claim          | lapsed      | nothing     | nothing                     | queued #1 +2 parked
            rescue         | heartbeat      | lapsed      | waits       | lost                        | queued #1 +2 parked
            rescue         | cancel         | lapsed      | waits       | Won                         | cancelled #1
            rescue         | complete       | lapsed      | waits       | TooLate                     | queued #1 +2 parked
            rescue         | fail           | lapsed      | waits       | TooLate                     | queued #1 +2 parked
            rescue         | expire         | late lapsed | nothing     | 1 job                       | expired #1 late
            rescue         | rescue         | lapsed      | nothing     | nothing                     | queued #1 +2 parked
            rescue         | retry          | late lapsed | waits       | Accepted(queued)            | queued #1/1 +3
            rescue         | delete         | lapsed      | nothing     | nothing                     | queued #1 +2 parked
            rescue         | hand back      | lapsed      | waits       | handed back #1              | queued #1 +2 parked
            rescue         | fail for now   | lapsed      | waits       | TooLate                     | queued #1 +2 parked
            rescue         | strays         | lapsed      | waits       | none                        | queued #1 +2 parked
            rescue         | cancel queued  | lapsed      | waits       | Won                         | cancelled #1
            rescue         | cancel         | spent       | waits       | LostRace(failed)            | failed #1 attempts_exhausted
            rescue         | complete       | spent       | waits       | TooLate                     | failed #1 attempts_exhausted
            rescue         | fail           | spent       | waits       | TooLate                     | failed #1 attempts_exhausted
            rescue         | retry          | spent       | waits       | Accepted(queued)            | queued #1/1 +3
            rescue         | heartbeat      | spent       | waits       | lost                        | failed #1 attempts_exhausted
            rescue         | promote        | lapsed      | nothing     | nothing                     | queued #1 +2 parked
            rescue         | bulk cancel    | lapsed      | pending     | cancelled                   | cancelled #1
            rescue         | bulk cancel    | spent       | pending     | already_finished            | failed #1 attempts_exhausted

            retry          | claim          | failed      | nothing     | took #2                     | in_progress #2/1 +2
            retry          | heartbeat      | failed      | lost        | lost                        | queued #1/1 +3
            retry          | cancel         | failed      | waits       | Won                         | cancelled #1/1
            retry          | complete       | failed      | TooLate     | TooLate                     | queued #1/1 +3
            retry          | fail           | failed      | Won(failed) | TooLate                     | queued #1/1 +3
            retry          | expire         | late        | nothing     | nothing                     | queued #1/1 +3
            retry          | rescue         | late lapsed | nothing     | nothing                     | queued #1/1 +3
            retry          | retry          | failed      | waits       | Refused(queued)             | queued #1/1 +3
            retry          | delete         | old         | nothing     | nothing                     | queued #1/1 +3
            retry          | same retry     | failed      | waits       | Accepted(queued)            | queued #1/1 +3
            retry          | heartbeat      | late        | waits       | lost                        | queued #1/1 +3
            retry          | complete       | late        | TooLate     | TooLate                     | queued #1/1 +3
            retry          | fail           | late        | TooLate     | TooLate                     | queued #1/1 +3
            retry          | cancel         | late        | waits       | Won                         | cancelled #1/1
            retry          | hand back      | late        | waits       | handed back #1              | queued #1/1 +3
            retry          | fail for now   | late        | TooLate     | TooLate                     | queued #1/1 +3
            retry          | expire         | late queued | nothing     | nothing                     | queued #1/1 +3
            retry          | confirm        | cancelled   | waits       | nothing                     | queued #1/1 +3
            retry          | cancel queued  | failed      | waits       | Won                         | cancelled #1/1
            retry          | claim          | late queued | nothing     | took #2                     | in_progress #2/1 +2
            retry          | fail unstarted | failed      | nothing     | nothing                     | queued #1/1 +3
            retry          | bulk cancel    | failed      | pending     | already_finished            | queued #1/1 +3

            delete         | claim          | old         | nothing     | nothing                     | gone
            delete         | heartbeat      | old         | lost        | lost                        | gone
            delete         | cancel         | old         | waits       | NotFound                    | gone
            delete         | complete       | old         | TooLate     | TooLate                     | gone
            delete         | fail           | old         | Won(failed) | TooLate                     | gone
            delete         | expire         | old         | nothing     | nothing                     | gone
            delete         | rescue         | old         | nothing     | nothing                     | gone
            delete         | retry          | old         | waits       | NotFound                    | gone
            delete         | delete         | old         | nothing     | nothing                     | gone
            delete         | bulk cancel    | old         | pending     | not_found                   | gone

            time           | claim          | queued      | nothing     | nothing                     | queued #1 +2 late
            time           | cancel         | queued      | waits       | LostRace(expired)           | queued #1 +2 late
            time           | heartbeat      | running     | waits       | kept #1                     | in_progress #1 +2 late
            time           | cancel         | running     | waits       | LostRace(expired)           | in_progress #1 +2 late
            time           | complete       | running     | waits       | TooLate                     | in_progress #1 +2 late
            time           | fail           | running     | waits       | TooLate                     | in_progress #1 +2 late
            time           | fail for now   | running     | waits       | TooLate                     | in_progress #1 +2 late
            time           | expire         | running     | nothing     | 1 job                       | expired #1 late
            time           | retry          | completed   | waits       | Accepted(queued)            | queued #1/1 +3
            time           | retry          | failed      | waits       | Accepted(queued)            | queued #1/1 +3
            time           | cancel         | completed   | waits       | AlreadyFinished(expired)    | completed #1 response late
            time           | rescue         | lapsed      | nothing     | 1 job                       | queued #1 +2 parked late
            time           | fail unstarted | unstarted   | nothing     | nothing                     | queued #1 +2 late
            time           | bulk cancel    | running     | pending     | already_finished            | in_progress #1 +2 late

            hand back      | claim          | running     | nothing     | took #2                     | in_progress #2 +2
            hand back      | heartbeat      | running     | waits       | lost                        | queued #1 +3
            hand back      | cancel         | running     | waits       | Won                         | cancelled #1
            hand back      | cancel queued  | running     | waits       | Won                         | cancelled #1
            hand back      | complete       | running     | waits       | TooLate                     | queued #1 +3
            hand back      | fail for now   | running     | waits       | TooLate                     | queued #1 +3
            hand back      | rescue         | lapsed      | nothing     | nothing                     | queued #1 +3
            hand back      | hand back      | running     | waits       | handed back #1              | queued #1 +3
            hand back      | strays         | running     | waits       | none                        | queued #1 +3
            hand back      | expire         | late        | nothing     | 1 job                       | expired #1 late
            hand back      | fail unstarted | running     | nothing     | nothing                     | queued #1 +3
            hand back      | bulk cancel    | running     | pending     | cancelled                   | cancelled #1

            fail for now   | claim          | running     | nothing     | nothing                     | queued #1 +2 parked
            fail for now   | heartbeat      | running     | waits       | lost                        | queued #1 +2 parked
            fail for now   | cancel         | running     | waits       | Won                         | cancelled #1
            fail for now   | cancel queued  | running     | waits       | Won                         | cancelled #1
            fail for now   | complete       | running     | waits       | TooLate                     | queued #1 +2 parked
            fail for now   | fail           | running     | waits       | TooLate                     | queued #1 +2 parked
            fail for now   | fail for now   | running     | waits       | Won(queued)                 | queued #1 +2 parked
            fail for now   | rescue         | lapsed      | nothing     | nothing                     | queued #1 +2 parked
            fail for now   | fail for now   | spent       | waits       | Won(failed)                 | failed #1 processor_failed
            fail for now   | fail for now   | resolving   | waits       | Won(validating)             | validating #1 +2 parked
            fail for now   | retry          | spent       | waits       | Accepted(queued)            | queued #1/1 +3
            fail for now   | hand back      | running     | waits       | handed back #1              | queued #1 +2 parked

            validated      | cancel         | resolving   | waits       | Won                         | cancelled #1
            validated      | heartbeat      | resolving   | waits       | lost                        | queued #1 +3
            validated      | validated      | resolving   | waits       | Won(queued)                 | queued #1 +3
            validated      | claim          | resolving   | nothing     | took #2                     | in_progress #2 +2
            validated      | hand back      | resolving   | waits       | handed back #1              | queued #1 +3

            promote        | claim          | parked      | nothing     | took #2                     | in_progress #2 +1
            promote        | cancel         | parked      | waits       | Won                         | cancelled #1
            promote        | promote        | parked      | nothing     | nothing                     | queued #1 +2
            promote        | expire         | parked      | nothing     | nothing                     | queued #1 +2
            promote        | retry          | parked      | waits       | Refused(queued)             | queued #1 +2

            strays         | complete       | running     | waits       | TooLate                     | queued #1 +3
            strays         | heartbeat      | running     | waits       | lost                        | queued #1 +3
            strays         | cancel         | running     | waits       | Won                         | cancelled #1
            strays         | strays         | running     | waits       | none                        | queued #1 +3

            confirm        | retry          | cancelled   | waits       | Accepted(queued)            | queued #1/1 +3
            confirm        | confirm        | cancelled   | waits       | noted                       | cancelled #1 worked stopped
            confirm        | cancel         | cancelled   | waits       | AlreadyFinished(cancelled)  | cancelled #1 worked stopped

            fail unstarted | claim          | unstarted   | nothing     | nothing                     | failed #1 queue_timeout
            fail unstarted | cancel         | unstarted   | waits       | LostRace(failed)            | failed #1 queue_timeout
            fail unstarted | expire         | unstarted   | nothing     | nothing                     | failed #1 queue_timeout
            fail unstarted | retry          | unstarted   | waits       | Accepted(queued)            | queued #1/1 +3
            fail unstarted | fail unstarted | unstarted   | nothing     | nothing                     | failed #1 queue_timeout

            bulk cancel    | claim          | queued      | nothing     | nothing                     | cancelled #1
            bulk cancel    | heartbeat      | running     | waits       | lost                        | cancelled #1 worked
            bulk cancel    | cancel         | running     | waits       | LostRace(cancelled)         | cancelled #1 worked
            bulk cancel    | complete       | running     | waits       | TooLate                     | cancelled #1 worked
            bulk cancel    | fail           | running     | waits       | TooLate                     | cancelled #1 worked
            bulk cancel    | expire         | running     | nothing     | nothing                     | cancelled #1 worked
            bulk cancel    | rescue         | lapsed      | nothing     | nothing                     | cancelled #1 worked
            bulk cancel    | retry          | running     | waits       | Accepted(queued)            | queued #1/1 +3
            bulk cancel    | delete         | running     | nothing     | nothing                     | cancelled #1 worked
            bulk cancel    | hand back      | running     | waits       | not held                    | cancelled #1 worked
            bulk cancel    | confirm        | running     | nothing     | noted                       | cancelled #1 worked stopped
            bulk cancel    | bulk cancel    | running     | left        | left                        | cancelled #1 worked
            bulk cancel    | cancel queued  | queued      | waits       | LostRace(cancelled)         | cancelled #1
            """;

    private static final List<Line> LINES = Table.lines(TABLE)
            .map(cells -> new Line(
                    Verb.of(cells.get(0)),
                    Verb.of(cells.get(1)),
                    Scene.of(cells.get(2)),
                    new Race.Comer(cells.get(3), cells.get(4)),
                    cells.get(5)))
            .toList();

    private Meetings() {}

    /** A line of the table. */
    record Line(Verb first, Verb second, Scene scene, Race.Comer comer, String row) {
        @Override
        public String toString() {
            return second.words() + " behind " + first.words() + ", " + scene.words();
        }
    }

    static List<Line> all() {
        return LINES;
    }

    static Line of(Verb first, Verb second, Scene scene) {
        return all().stream()
                .filter(line -> line.first() == first && line.second() == second && line.scene() == scene)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no line for " + second + " behind " + first));
    }
}
