package dev.docket.race;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The page that shows operators what the tables here say. */
final class RacePage {
    private static final String HEAD = """
            # Who wins

            What becomes of a job when two callers reach for it at the same moment. Each line is a test: the first one's
            statement is done and its transaction is held open, the second one comes and is seen to wait for it (or
            answers at once), then the first one commits or rolls back. This page is made from the tables of
            `RaceTableTest`, which fails when it is not current.

            ## How to read it

            A **row** is the job's status, `#` and the number of its last claim (`/` and the number of retries, if
            any), `+` and the attempts that are left while it is live, and what else matters: `held` by an executor
            while it is validated, `parked` until a time, `lapsed` lease, a `response`, the code of its error, `worked`
            when a cancel met running work, `stopped` when that work was confirmed to have stopped, `late` when it is
            past its `expires_at`; `gone` when it is deleted.

            An **answer** is what the caller is told. Of a claim: the claim it `took`. Of a heartbeat: the run is `kept`
            or `lost`. Of a result: `Won` with the status it wrote, or `TooLate`. Of a cancel: `Won`, and the claim whose
            run is to be stopped; `LostRace`, `AlreadyFinished` or `NoLongerQueued` with the status that it shows. Of a
            retry: `Accepted` or `Refused`. Of a bulk cancel: what it did about the job, `pending` when somebody else is
            writing it, `left` when another process is at the bulk cancel. Of maintenance: how many jobs it changed.

            **Meanwhile** is what the second one does while the first one's transaction is open. Claims and maintenance
            never wait for a job that somebody else is writing: they pass it over. One that did not wait is asked
            again after the first one's end, and its answer then is the one shown.

            `heartbeat`, `complete`, `fail`, `fail for now` (a failure that another attempt may mend), `validated` and
            `hand back` are those of the run with claim 1; that one is answered `handed back` when its job is back in the
            queue, whoever did it. A `same cancel` and a `same retry` are the first caller's own,
            tried again because its answer was lost. `strays` hands back what an executor finds under its name and does
            not know. `time` is nobody's statement: the job's `expires_at` passes while the others wait.

            | The job at first | |
            | --- | --- |
            """;

    private static final String TWO = """

            ## Two at one job

            | First | At first | It answers | Second | Meanwhile | First commits: second answers | The row | First rolls back: second answers | The row |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            """;

    private static final String MORE = """

            ## Cancel, complete and expire together

            The first one holds its transaction open, the others come in the order given, then it ends.

            | First | Then, in this order | First | They answer | The row |
            | --- | --- | --- | --- | --- |
            """;

    private RacePage() {}

    static String text() {
        return HEAD + scenes() + TWO + meetings() + MORE + queues();
    }

    private static String scenes() {
        List<Scene> used = Meetings.all().stream()
                .map(Meetings.Line::scene)
                .distinct()
                .sorted()
                .toList();
        return rows(used.stream().map(scene -> List.of(scene.words(), scene.meaning())));
    }

    private static String meetings() {
        return rows(Meetings.all().stream().map(line -> {
            Race.Alone first = LoneVerbs.of(line.first(), line.scene());
            Race.Alone second = LoneVerbs.of(line.second(), line.scene());
            return List.of(
                    line.first().words(),
                    line.scene().words(),
                    first.answer(),
                    line.second().words(),
                    line.comer().meanwhile(),
                    line.comer().answer(),
                    line.row(),
                    second.answer(),
                    second.row());
        }));
    }

    private static String queues() {
        return rows(Queues.all().stream().map(line -> {
            List<String> cells = new ArrayList<>();
            cells.add(line.first().words());
            cells.add(String.join(", ", line.others().stream().map(Verb::words).toList()));
            cells.add(line.commits() ? "commits" : "rolls back");
            cells.add(String.join(", ", line.answers()));
            cells.add(line.row());
            return cells;
        }));
    }

    private static String rows(Stream<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(
                cells -> text.append("| ").append(String.join(" | ", cells)).append(" |\n"));
        return text.toString();
    }
}
