package dev.docket.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page that says of every guard what fails without it. It is written by a full run, and read back by the suite. */
final class GuardPage {
    static final Path PLACE = Path.of("docs", "guards.md");

    private static final String FAILS = "fails: ";
    private static final String NOTHING = "nothing: ";
    private static final String WITHOUT_BOTH = "; without both " + FAILS;

    private static final String HEAD = """
            # What each guard is for

            A guard is a condition, a lock, an order or a limit in a statement that changes or reads jobs. For each of
            them the tests take it out of the statement on its way to the server, and look which scenario fails. A guard
            without which nothing fails is either said twice, and then something fails without both, or is listed with
            the reason why it stands there.

            A scenario is one of `dev.docket.guard`'s, or a line of [Who wins](races.md), named as there: the second verb
            behind the first one, the job at first, and whether the first one commits. `GuardMutationTest` repeats on
            every run what this page says; `./mvnw test -Dtest=GuardMutationTest -Dguards=all` tries everything anew, and
            writes `target/guards.md`. *In* is the common table expression that the guard stands in, `?` a parameter.
            """;

    private GuardPage() {}

    /** What became of a guard: the scenario that fails without it (and its double), and why it is redundant, if so. */
    record Verdict(String scenario, String reason) {
        private String text() {
            if (reason == null) {
                return FAILS + scenario;
            }
            return NOTHING + reason + (scenario == null ? "" : WITHOUT_BOTH + scenario);
        }

        private static Verdict of(String text) {
            if (text.startsWith(FAILS)) {
                return new Verdict(text.substring(FAILS.length()), null);
            }
            String[] parts = text.substring(NOTHING.length()).split(WITHOUT_BOTH, 2);
            return new Verdict(parts.length == 1 ? null : parts[1], parts[0]);
        }
    }

    static String text(Map<Guard, Verdict> verdicts) {
        StringBuilder page = new StringBuilder(HEAD);
        String statement = "";
        for (Map.Entry<Guard, Verdict> entry : verdicts.entrySet()) {
            Guard guard = entry.getKey();
            if (!guard.statement().equals(statement)) {
                statement = guard.statement();
                page.append("\n## ").append(statement).append("\n\n| In | Guard | Without it |\n| --- | --- | --- |\n");
            }
            page.append("| %s | `%s`%s | %s |\n"
                    .formatted(
                            guard.table(),
                            escaped(guard.text()),
                            again(guard),
                            escaped(entry.getValue().text())));
        }
        return page.toString();
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|");
    }

    private static String again(Guard guard) {
        return guard.ordinal() == 1 ? "" : " (%d)".formatted(guard.ordinal());
    }

    static Map<Guard, Verdict> read() {
        Map<Guard, Verdict> verdicts = new LinkedHashMap<>();
        String statement = "";
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                statement = line.substring(3);
            } else if (line.startsWith("| ") && line.contains("`")) {
                List<String> cells = Arrays.asList(
                                line.substring(2, line.length() - 2).split(" \\| "))
                        .stream()
                        .map(cell -> cell.replace("\\|", "|"))
                        .toList();
                verdicts.put(guard(statement, cells), Verdict.of(cells.get(2)));
            }
        }
        return verdicts;
    }

    private static Guard guard(String statement, List<String> cells) {
        String[] parts = cells.get(1).substring(1).split("`");
        int ordinal = parts.length == 1 ? 1 : Integer.parseInt(parts[1].replaceAll("\\D", ""));
        return new Guard(statement, cells.get(0), parts[0], ordinal);
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(PLACE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
