package dev.docket.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.document.DocumentLimits;
import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.endpoint.local.LocalCall;
import dev.docket.endpoint.local.ParseDocument;
import dev.docket.endpoint.local.extract.ExtractConfig;
import dev.docket.endpoint.local.extract.ExtractDocument;
import dev.docket.job.Payload;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Reads the same PDFs with Docket and with other extractors of text, one file after the other on one thread, and tells
 * documents and pages a second. Rounds take turns, so that what else the machine does strikes all alike.
 */
public final class ParseThroughput {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMA = """
            {"type": "object", "properties": {"title": {"type": ["string", "null"]}, "date": {"type": ["string", "null"],
             "format": "date"}, "number": {"type": ["string", "null"]}, "total": {"type": ["number", "null"]}}}""";

    private interface Extractor {
        void read(Path file) throws IOException, InterruptedException;
    }

    private ParseThroughput() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(Path.of(args[0]))) {
            files = found.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
        }
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        Map<String, Extractor> extractors = extractors();
        List<Path> read = new ArrayList<>();
        int pages = 0;
        for (Path file : files) {
            int count = pages(file);
            if (count > 0 && isReadByAll(file, extractors)) {
                read.add(file);
                pages += count;
            }
        }
        System.out.printf("%d files, %d pages; %d files left out, for not all could read them%n",
                read.size(), pages, files.size() - read.size());
        Map<String, long[]> times = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Map.Entry<String, Extractor> each : extractors.entrySet()) {
                long started = System.nanoTime();
                for (Path file : read) {
                    each.getValue().read(file);
                }
                // The first round only warms up.
                if (round > 0) {
                    times.computeIfAbsent(each.getKey(), none -> new long[rounds])[round - 1] =
                            System.nanoTime() - started;
                }
            }
        }
        print(times, read.size(), pages);
    }

    private static Map<String, Extractor> extractors() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(DocumentLimits.class)
                .withMapping(ExtractConfig.class)
                .withSources(new PropertiesConfigSource(Map.of(), "bench", 500))
                .build();
        DocumentLimits limits = config.getConfigMapping(DocumentLimits.class);
        LocalCall parse = new ParseDocument(limits);
        LocalCall extract = new ExtractDocument(limits, config.getConfigMapping(ExtractConfig.class));
        Map<String, Extractor> extractors = new LinkedHashMap<>();
        extractors.put("Docket parse", file -> parse.answer(request(file)));
        extractors.put("Docket extract", file -> extract.answer(request(file)));
        extractors.put("PDFBox PDFTextStripper", ParseThroughput::strip);
        extractors.put("pdftotext -layout", file -> run("pdftotext", "-layout", file.toString(), "-"));
        extractors.put("mutool draw -F txt", file -> run("mutool", "draw", "-q", "-F", "txt", file.toString()));
        extractors.keySet().removeIf(name -> !name.contains("Docket") && !name.contains("PDFBox")
                && !isInstalled(name.substring(0, name.indexOf(' '))));
        return extractors;
    }

    private static boolean isInstalled(String command) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    private static boolean isReadByAll(Path file, Map<String, Extractor> extractors) throws InterruptedException {
        for (Extractor extractor : extractors.values()) {
            try {
                extractor.read(file);
            } catch (DocumentRefused | IOException refused) {
                return false;
            }
        }
        return true;
    }

    private static int pages(Path file) {
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            return pdf.getNumberOfPages();
        } catch (IOException broken) {
            return 0;
        }
    }

    private static Payload request(Path file) throws IOException {
        ObjectNode request = JSON.createObjectNode().put("model", "retab-small");
        request.putObject("document")
                .put("filename", file.getFileName().toString())
                .put("url", "data:application/pdf;base64,"
                        + Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
        request.set("json_schema", JSON.readTree(SCHEMA));
        return Payload.of(JSON.writeValueAsBytes(request));
    }

    private static void strip(Path file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            new PDFTextStripper().getText(pdf);
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(command[0] + " failed");
        }
    }

    private static void print(Map<String, long[]> times, int documents, int pages) {
        double base = times.containsKey("pdftotext -layout") ? median(times.get("pdftotext -layout")) : 0;
        System.out.printf(Locale.ROOT, "%-24s %12s %9s %12s %18s%n", "", "documents/s", "pages/s", "ms a page",
                "time of pdftotext");
        times.forEach((name, nanos) -> {
            double seconds = median(nanos) / 1e9;
            System.out.printf(Locale.ROOT, "%-24s %12.1f %9.1f %12.2f %17s%n", name, documents / seconds,
                    pages / seconds, 1000 * seconds / pages,
                    base == 0 ? "" : String.format(Locale.ROOT, "x %.2f", seconds * 1e9 / base));
        });
    }

    private static double median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
