package dev.docket.shipping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One object of {@code k8s/} as it is written there: the overlays patch nothing, so it is what is applied; components do. */
record Manifest(Path file, JsonNode body) {
    static final Path ROOT = Path.of("k8s");
    private static final Path COMPONENTS = ROOT.resolve("components");
    private static final ObjectMapper YAML =
            YAMLMapper.builder().enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL).build();

    static List<Manifest> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(Manifest::in)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an overlay applies: its own objects and those of the directories that it names. */
    static List<Manifest> of(String overlay) {
        return all().stream()
                .filter(manifest -> places(overlay).stream().anyMatch(manifest.file::startsWith))
                .filter(manifest -> !manifest.kind().equals("Kustomization"))
                .toList();
    }

    /** What a component adds, and the parts of objects that it changes. */
    static List<Manifest> ofComponent(String component) {
        return all().stream()
                .filter(manifest -> manifest.file.startsWith(COMPONENTS.resolve(component)))
                .toList();
    }

    /** Whether it may be but a part of an object, for a patch. */
    boolean isOfComponent() {
        return file.startsWith(COMPONENTS);
    }

    /** The directories whose objects an overlay applies, its own the first. */
    static List<Path> places(String overlay) {
        Path own = ROOT.resolve("overlays").resolve(overlay);
        return overlay.equals("production")
                ? List.of(own, ROOT.resolve("base"), ROOT.resolve("monitoring"))
                : List.of(own, ROOT.resolve("base"));
    }

    static List<Manifest> of(String overlay, String kind) {
        return of(overlay).stream()
                .filter(manifest -> manifest.kind().equals(kind))
                .toList();
    }

    private static Stream<Manifest> in(Path file) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(file.toFile())) {
            return documents.readAll().stream().map(body -> new Manifest(file, body));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    String kind() {
        return body.path("kind").asText();
    }

    String name() {
        return body.at("/metadata/name").asText();
    }

    /** The pod that the object makes, or a missing node. */
    JsonNode pod() {
        return body.at("/spec/template/spec");
    }

    JsonNode podLabels() {
        return body.at("/spec/template/metadata/labels");
    }

    /** The same with another body, for planting a mistake. */
    Manifest with(JsonNode other) {
        return new Manifest(file, other);
    }

    @Override
    public String toString() {
        return ROOT.relativize(file) + ": " + kind() + " " + name();
    }
}
