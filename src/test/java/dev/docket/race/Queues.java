package dev.docket.race;

import java.util.Arrays;
import java.util.List;

/**
 * Cancel, complete and expire at one row in all orders: the first one holds its transaction open, the others come in
 * this order, then it ends; what the others answer, and the row at last. An expiry and the other two are never due at
 * the same moment, so they also come in all orders while the job's time runs out.
 */
final class Queues {
    private static final String TABLE = """
            cancel, complete, expire       | commits    | TooLate; nothing                             | cancelled #1 worked
            cancel, expire, complete       | commits    | nothing; TooLate                             | cancelled #1 worked
            complete, cancel, expire       | commits    | LostRace(completed); nothing                 | completed #1 response
            complete, expire, cancel       | commits    | nothing; LostRace(completed)                 | completed #1 response
            expire, cancel, complete       | commits    | AlreadyFinished(expired); TooLate            | expired #1 late
            expire, complete, cancel       | commits    | TooLate; AlreadyFinished(expired)            | expired #1 late

            cancel, complete, expire       | rolls back | Won(completed); nothing                      | completed #1 response
            cancel, expire, complete       | rolls back | nothing; Won(completed)                      | completed #1 response
            complete, cancel, expire       | rolls back | Won, stop #1; nothing                        | cancelled #1 worked
            complete, expire, cancel       | rolls back | nothing; Won, stop #1                        | cancelled #1 worked
            expire, cancel, complete       | rolls back | AlreadyFinished(expired); TooLate            | in_progress #1 +2 late
            expire, complete, cancel       | rolls back | TooLate; AlreadyFinished(expired)            | in_progress #1 +2 late

            time, cancel, complete, expire | commits    | LostRace(expired); TooLate; 1 job            | expired #1 late
            time, cancel, expire, complete | commits    | LostRace(expired); 1 job; TooLate            | expired #1 late
            time, complete, cancel, expire | commits    | TooLate; LostRace(expired); 1 job            | expired #1 late
            time, complete, expire, cancel | commits    | TooLate; 1 job; LostRace(expired)            | expired #1 late
            time, expire, cancel, complete | commits    | 1 job; LostRace(expired); TooLate            | expired #1 late
            time, expire, complete, cancel | commits    | 1 job; TooLate; LostRace(expired)            | expired #1 late

            time, cancel, complete, expire | rolls back | Won, stop #1; TooLate; nothing               | cancelled #1 worked
            time, cancel, expire, complete | rolls back | Won, stop #1; nothing; TooLate               | cancelled #1 worked
            time, complete, cancel, expire | rolls back | Won(completed); LostRace(completed); nothing | completed #1 response
            time, complete, expire, cancel | rolls back | Won(completed); nothing; LostRace(completed) | completed #1 response
            time, expire, cancel, complete | rolls back | nothing; Won, stop #1; TooLate               | cancelled #1 worked
            time, expire, complete, cancel | rolls back | nothing; Won(completed); LostRace(completed) | completed #1 response
            """;

    private static final List<Line> LINES = Table.lines(TABLE).map(Line::of).toList();

    private Queues() {}

    /** A line of the table. */
    record Line(Verb first, List<Verb> others, boolean commits, List<String> answers, String row) {
        static Line of(List<String> cells) {
            List<Verb> verbs = parts(cells.get(0), ", ").stream().map(Verb::of).toList();
            return new Line(
                    verbs.get(0),
                    verbs.subList(1, verbs.size()),
                    cells.get(1).equals("commits"),
                    parts(cells.get(2), "; "),
                    cells.get(3));
        }

        Scene scene() {
            return first == Verb.EXPIRE ? Scene.LATE : Scene.RUNNING;
        }

        @Override
        public String toString() {
            return first.words()
                    + (commits ? " commits, then " : " rolls back, then ")
                    + others.stream().map(Verb::words).toList();
        }
    }

    static List<Line> all() {
        return LINES;
    }

    private static List<String> parts(String cell, String separator) {
        return Arrays.asList(cell.split(separator));
    }
}
