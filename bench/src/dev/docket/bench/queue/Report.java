package dev.docket.bench.queue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docket.bench.Latencies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints figures as they come, and writes all of them as JSON. */
final class Report {
    private final Path file;
    private final Map<String, Object> circumstances;
    private final List<Measured> figures = new ArrayList<>();
    private final Map<String, String> skipped = new LinkedHashMap<>();

    Report(Path file, Map<String, Object> circumstances) {
        this.file = file;
        this.circumstances = circumstances;
    }

    void head() {
        System.out.printf(
                "%-16s %-26s %8s %9s  %-35s  %7s %7s %8s  %s%n",
                "scenario",
                "variant",
                "jobs",
                "jobs/s",
                "  p50      p95      p99     most (ms)",
                "commits",
                "WAL B",
                "dead",
                "CPU us a job, RSS; limits");
    }

    /** Printed, and written at once: a run that is broken off loses nothing. */
    void add(Measured measured) throws IOException {
        figures.add(measured);
        System.out.println(row(measured));
        write();
    }

    void skip(String scenario, String why) throws IOException {
        skipped.put(scenario, why);
        System.out.printf("%-16s %s%n", scenario, why);
        write();
    }

    private static String row(Measured measured) {
        Figure figure = measured.figure();
        return String.format(
                Locale.ROOT,
                "%-16s %-26s %8d %9s  %-35s  %s  %s%s",
                figure.scenario(),
                figure.variant(),
                figure.jobs(),
                figure.seconds() == 0 ? "" : String.format(Locale.ROOT, "%,.0f", figure.rate()),
                latencies(figure.latencies()),
                costs(figure.costs()),
                limits(measured),
                more(figure.more()));
    }

    private static String latencies(Latencies latencies) {
        return latencies == null ? "" : latencies.row();
    }

    private static String costs(Costs costs) {
        if (costs == null) {
            return String.format("%7s %7s %8s ", "", "", "");
        }
        String cpu = costs.cpuMicros().entrySet().stream()
                .map(process -> String.format(Locale.ROOT, "%s %.1f", process.getKey(), process.getValue()))
                .collect(Collectors.joining(" + "));
        String resident = costs.residentBytes().entrySet().stream()
                .map(process -> process.getKey() + " " + process.getValue() / 1_000_000 + " MB")
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%7.3f %7.0f %8d  %s us; %s;",
                costs.commits(),
                costs.walBytes(),
                costs.deadTuples(),
                cpu,
                resident);
    }

    private static String limits(Measured measured) {
        return measured.before().keySet().stream()
                .map(limit -> String.format(
                        Locale.ROOT,
                        " %.2f x %s (%,.0f, %,.0f);",
                        measured.ratio(limit),
                        limit.label(),
                        measured.before().get(limit),
                        measured.after().get(limit)))
                .collect(Collectors.joining());
    }

    private static String more(Map<String, Double> more) {
        return more.entrySet().stream()
                .map(figure -> String.format(Locale.ROOT, " %s %,.2f;", figure.getKey(), figure.getValue()))
                .collect(Collectors.joining());
    }

    private void write() throws IOException {
        Files.createDirectories(file.getParent());
        Map<String, Object> all = new LinkedHashMap<>(circumstances);
        all.put("figures", figures);
        all.put("skipped", skipped);
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), all);
    }
}
