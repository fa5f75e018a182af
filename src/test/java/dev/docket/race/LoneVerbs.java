package dev.docket.race;

import java.util.List;

/**
 * What each verb does by itself: its answer and the row that it leaves. The words of a row are its status, {@code
 * #claim} (and {@code /generation} after a retry), {@code +attempts} that are left while it is live, and what else
 * matters in it.
 */
final class LoneVerbs {
    private static final String TABLE = """
            claim          | queued      | took #2                     | in_progress #2 +1
            heartbeat      | queued      | lost                        | queued #1 +2
            cancel         | queued      | Won                         | cancelled #1
            complete       | queued      | TooLate                     | queued #1 +2
            fail           | queued      | TooLate                     | queued #1 +2
            expire         | queued      | nothing                     | queued #1 +2
            rescue         | queued      | nothing                     | queued #1 +2
            retry          | queued      | Refused(queued)             | queued #1 +2
            delete         | queued      | nothing                     | queued #1 +2
            time           | queued      | passed                      | queued #1 +2 late
            cancel queued  | queued      | Won                         | cancelled #1
            fail unstarted | queued      | nothing                     | queued #1 +2
            bulk cancel    | queued      | cancelled                   | cancelled #1

            claim          | parked      | nothing                     | queued #1 +2 parked
            cancel         | parked      | Won                         | cancelled #1
            expire         | parked      | nothing                     | queued #1 +2 parked
            retry          | parked      | Refused(queued)             | queued #1 +2 parked
            promote        | parked      | 1 job                       | queued #1 +2

            claim          | validating  | took #2                     | validating #2 +1 held
            cancel         | validating  | Won                         | cancelled #1

            claim          | resolving   | nothing                     | validating #1 +2 held
            heartbeat      | resolving   | kept #1                     | validating #1 +2 held
            cancel         | resolving   | Won, stop #1                | cancelled #1 worked
            hand back      | resolving   | handed back #1              | validating #1 +3
            fail for now   | resolving   | Won(validating)             | validating #1 +2 parked
            validated      | resolving   | Won(queued)                 | queued #1 +3

            claim          | running     | nothing                     | in_progress #1 +2
            heartbeat      | running     | kept #1                     | in_progress #1 +2
            cancel         | running     | Won, stop #1                | cancelled #1 worked
            complete       | running     | Won(completed)              | completed #1 response
            fail           | running     | Won(failed)                 | failed #1 document_damaged
            expire         | running     | nothing                     | in_progress #1 +2
            retry          | running     | Refused(in_progress)        | in_progress #1 +2
            delete         | running     | nothing                     | in_progress #1 +2
            time           | running     | passed                      | in_progress #1 +2 late
            hand back      | running     | handed back #1              | queued #1 +3
            fail for now   | running     | Won(queued)                 | queued #1 +2 parked
            strays         | running     | handed back #1              | queued #1 +3
            confirm        | running     | nothing                     | in_progress #1 +2
            cancel queued  | running     | NoLongerQueued(in_progress) | in_progress #1 +2
            same cancel    | running     | Won, stop #1                | cancelled #1 worked
            fail unstarted | running     | nothing                     | in_progress #1 +2
            bulk cancel    | running     | cancelled, stop #1          | cancelled #1 worked

            claim          | lapsed      | nothing                     | in_progress #1 +2 lapsed
            heartbeat      | lapsed      | kept #1                     | in_progress #1 +2
            cancel         | lapsed      | Won, stop #1                | cancelled #1 worked
            complete       | lapsed      | Won(completed)              | completed #1 response
            fail           | lapsed      | Won(failed)                 | failed #1 document_damaged
            rescue         | lapsed      | 1 job                       | queued #1 +2 parked
            delete         | lapsed      | nothing                     | in_progress #1 +2 lapsed
            time           | lapsed      | passed                      | in_progress #1 +2 lapsed late
            hand back      | lapsed      | handed back #1              | queued #1 +3
            fail for now   | lapsed      | Won(queued)                 | queued #1 +2 parked
            promote        | lapsed      | nothing                     | in_progress #1 +2 lapsed
            strays         | lapsed      | handed back #1              | queued #1 +3
            cancel queued  | lapsed      | NoLongerQueued(in_progress) | in_progress #1 +2 lapsed
            bulk cancel    | lapsed      | cancelled, stop #1          | cancelled #1 worked

            heartbeat      | spent       | kept #1                     | in_progress #1 +0
            cancel         | spent       | Won, stop #1                | cancelled #1 worked
            complete       | spent       | Won(completed)              | completed #1 response
            fail           | spent       | Won(failed)                 | failed #1 document_damaged
            rescue         | spent       | 1 job                       | failed #1 attempts_exhausted
            retry          | spent       | Refused(in_progress)        | in_progress #1 +0 lapsed
            fail for now   | spent       | Won(failed)                 | failed #1 processor_failed
            bulk cancel    | spent       | cancelled, stop #1          | cancelled #1 worked

            heartbeat      | late        | kept #1                     | in_progress #1 +2 late
            cancel         | late        | AlreadyFinished(expired)    | in_progress #1 +2 late
            complete       | late        | TooLate                     | in_progress #1 +2 late
            fail           | late        | TooLate                     | in_progress #1 +2 late
            expire         | late        | 1 job                       | expired #1 late
            retry          | late        | Accepted(queued)            | queued #1/1 +3
            hand back      | late        | handed back #1              | queued #1 +3 late
            fail for now   | late        | TooLate                     | in_progress #1 +2 late
            bulk cancel    | late        | already_finished            | in_progress #1 +2 late

            claim          | late queued | nothing                     | queued #1 +2 late
            cancel         | late queued | AlreadyFinished(expired)    | queued #1 +2 late
            expire         | late queued | 1 job                       | expired #1 late
            retry          | late queued | Accepted(queued)            | queued #1/1 +3

            expire         | late lapsed | 1 job                       | expired #1 late
            rescue         | late lapsed | 1 job                       | queued #1 +2 parked late
            retry          | late lapsed | Accepted(queued)            | queued #1/1 +3

            heartbeat      | bygone      | kept #1                     | in_progress #1 +2 late
            expire         | bygone      | 1 job                       | expired #1 late
            delete         | bygone      | nothing                     | in_progress #1 +2 late

            cancel         | completed   | AlreadyFinished(completed)  | completed #1 response
            retry          | completed   | Refused(completed)          | completed #1 response
            time           | completed   | passed                      | completed #1 response late

            claim          | failed      | nothing                     | failed #1 document_damaged
            heartbeat      | failed      | lost                        | failed #1 document_damaged
            cancel         | failed      | AlreadyFinished(failed)     | failed #1 document_damaged
            complete       | failed      | TooLate                     | failed #1 document_damaged
            fail           | failed      | Won(failed)                 | failed #1 document_damaged
            retry          | failed      | Accepted(queued)            | queued #1/1 +3
            time           | failed      | passed                      | failed #1 document_damaged late
            cancel queued  | failed      | AlreadyFinished(failed)     | failed #1 document_damaged
            same retry     | failed      | Accepted(queued)            | queued #1/1 +3
            fail unstarted | failed      | nothing                     | failed #1 document_damaged
            bulk cancel    | failed      | already_finished            | failed #1 document_damaged

            cancel         | cancelled   | AlreadyFinished(cancelled)  | cancelled #1 worked
            retry          | cancelled   | Accepted(queued)            | queued #1/1 +3
            confirm        | cancelled   | noted                       | cancelled #1 worked stopped

            claim          | old         | nothing                     | failed #1 document_damaged late
            heartbeat      | old         | lost                        | failed #1 document_damaged late
            cancel         | old         | AlreadyFinished(expired)    | failed #1 document_damaged late
            complete       | old         | TooLate                     | failed #1 document_damaged late
            fail           | old         | Won(failed)                 | failed #1 document_damaged late
            expire         | old         | nothing                     | failed #1 document_damaged late
            rescue         | old         | nothing                     | failed #1 document_damaged late
            retry          | old         | Accepted(queued)            | queued #1/1 +3
            delete         | old         | 1 job                       | gone
            bulk cancel    | old         | already_finished            | failed #1 document_damaged late

            cancel         | unstarted   | Won                         | cancelled #1
            claim          | unstarted   | nothing                     | queued #1 +2
            expire         | unstarted   | nothing                     | queued #1 +2
            fail unstarted | unstarted   | 1 job                       | failed #1 queue_timeout
            retry          | unstarted   | Refused(queued)             | queued #1 +2
            time           | unstarted   | passed                      | queued #1 +2 late
            """;

    private static final List<Line> LINES = Table.lines(TABLE)
            .map(cells ->
                    new Line(Verb.of(cells.get(0)), Scene.of(cells.get(1)), new Race.Alone(cells.get(2), cells.get(3))))
            .toList();

    private LoneVerbs() {}

    /** A line of the table. */
    record Line(Verb verb, Scene scene, Race.Alone alone) {
        @Override
        public String toString() {
            return verb.words() + ", " + scene.words();
        }
    }

    static List<Line> all() {
        return LINES;
    }

    static Race.Alone of(Verb verb, Scene scene) {
        return all().stream()
                .filter(line -> line.verb() == verb && line.scene() == scene)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no line for " + verb + " on " + scene))
                .alone();
    }
}
