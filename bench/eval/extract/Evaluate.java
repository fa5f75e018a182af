package extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.document.DocumentLimits;
import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.endpoint.local.extract.ExtractConfig;
import dev.docket.endpoint.local.extract.ExtractDocument;
import dev.docket.job.Payload;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Extracts documents whose content is known, and prints how much of it was found, field by field. */
public final class Evaluate {
    private Evaluate() {}

    public static void main(String[] args) throws IOException {
        List<String> options = List.of(args);
        int rounds = Integer.parseInt(value(options, "--rounds", "4"));
        long seed = Long.parseLong(value(options, "--seed", "20261125"));
        String set = value(options, "--set", "all");
        for (String name : set.equals("all") ? List.of("known", "held-out", "public") : List.of(set)) {
            List<Sample> samples = switch (name) {
                case "known" -> KnownSet.samples(rounds, seed);
                case "held-out" -> HeldOutSet.samples(rounds, seed);
                case "public" -> PublicSet.samples(Path.of(value(options, "--public", "target/eval/public")));
                default -> throw new IllegalArgumentException("no set " + name);
            };
            score(name, samples, options);
        }
    }

    private static void score(String name, List<Sample> samples, List<String> options) throws IOException {
        String keep = value(options, "--keep", "");
        Score score = new Score();
        ExtractDocument extract = extractor();
        long started = System.nanoTime();
        int failed = 0;
        int pages = 0;
        for (Sample sample : samples) {
            if (!keep.isEmpty()) {
                Files.createDirectories(Path.of(keep));
                Files.write(Path.of(keep, sample.filename()), sample.bytes());
                Files.writeString(Path.of(keep, sample.filename() + ".schema.json"), sample.schema().toPrettyString());
            }
            JsonNode body = run(extract, sample);
            failed += body == null ? 1 : 0;
            pages += body == null ? 0 : body.at("/usage/page_count").asInt();
            score.add(sample, body == null ? null : body.at("/choices/0/message/parsed"));
        }
        System.out.println("\nSet: " + name);
        print(score, samples.size(), failed, pages, (System.nanoTime() - started) / 1e9);
        if (options.contains("--misses")) {
            System.out.println("\nWhat was missed, wrong or invented:\n" + score.misses);
        }
    }

    private static JsonNode run(ExtractDocument extract, Sample sample) throws IOException {
        ObjectNode request = Json.MAPPER.createObjectNode().put("model", "retab-small");
        request.putObject("document")
                .put("filename", sample.filename())
                .put("url", "data:;base64," + Base64.getEncoder().encodeToString(sample.bytes()));
        request.set("json_schema", sample.schema());
        try {
            return Json.MAPPER.readTree(
                    extract.answer(Payload.of(Json.MAPPER.writeValueAsBytes(request))).toBytes());
        } catch (DocumentRefused refused) {
            System.out.println(sample.filename() + " failed: " + refused.error().code());
            return null;
        }
    }

    private static ExtractDocument extractor() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(DocumentLimits.class)
                .withMapping(ExtractConfig.class)
                .withSources(new PropertiesConfigSource(Map.of(), "evaluation", 500))
                .build();
        return new ExtractDocument(
                config.getConfigMapping(DocumentLimits.class), config.getConfigMapping(ExtractConfig.class));
    }

    private static void print(Score score, int documents, int failed, int pages, double seconds) {
        System.out.printf(Locale.ROOT, "%-34s %6s %6s %6s %6s %8s %7s %7s%n",
                "field", "truths", "right", "wrong", "missed", "invented", "recall", "precis.");
        Score.Tally all = new Score.Tally();
        score.byField.forEach((field, tally) -> {
            line(field, tally);
            all.add(tally);
        });
        line("ALL FIELDS", all);
        System.out.printf(Locale.ROOT, "%d documents (%d failed), %d pages, %.1f s%n", documents, failed, pages, seconds);
    }

    private static void line(String field, Score.Tally tally) {
        System.out.printf(Locale.ROOT, "%-34s %6d %6d %6d %6d %8d %6.1f%% %6.1f%%%n", field, tally.truths, tally.right,
                tally.wrong, tally.missed, tally.invented, 100 * tally.recall(), 100 * tally.precision());
    }

    private static String value(List<String> options, String name, String preset) {
        int at = options.indexOf(name);
        return at < 0 ? preset : options.get(at + 1);
    }
}
