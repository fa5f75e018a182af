package dev.docket.endpoint.ocr;

import io.github.mymonstercat.Model;
import io.github.mymonstercat.OnnxLinuxX8664LibraryLoader;
import io.github.mymonstercat.OnnxModelsLoader;
import io.github.mymonstercat.ocr.InferenceEngine;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;

/**
 * Has the models that come with the service read pictures, in a JVM of their own: the library behind them is native
 * code that cannot be interrupted, and would take this process along if it broke.
 */
final class RunBundled implements OcrEngine {
    private static final List<Class<?>> NEEDED = List.of(
            RecognizeFiles.class,
            InferenceEngine.class,
            Model.class,
            OnnxModelsLoader.class,
            OnnxLinuxX8664LibraryLoader.class,
            Logger.class);

    private final String java;
    private final String classPath;
    private final Duration pageTime;

    private RunBundled(String java, String classPath, Duration pageTime) {
        this.java = java;
        this.classPath = classPath;
        this.pageTime = pageTime;
    }

    /** Empty where it cannot run: on another system, or without a JVM. */
    static Optional<OcrEngine> find(Duration pageTime) {
        boolean fits = System.getProperty("os.name", "").startsWith("Linux")
                && System.getProperty("os.arch", "").equals("amd64");
        Path java = Path.of(System.getProperty("java.home", ""), "bin", "java");
        if (!fits || !Files.isExecutable(java)) {
            return Optional.empty();
        }
        List<String> places =
                NEEDED.stream().map(RunBundled::place).flatMap(Optional::stream).toList();
        return places.size() < NEEDED.size()
                ? Optional.empty()
                : Optional.of(new RunBundled(java.toString(), String.join(File.pathSeparator, places), pageTime));
    }

    @Override
    public List<List<Recognized>> read(List<Path> pictures, Path scratch) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                java,
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // The library unpacks itself below the directory for temporary files, under a name that is always the
                // same.
                "-Djava.io.tmpdir=" + scratch,
                "-cp",
                classPath,
                RecognizeFiles.class.getName()));
        pictures.forEach(picture -> command.add(picture.toString()));
        RunProcess.run(command, scratch, scratch.resolve("said.txt"), pageTime.multipliedBy(pictures.size()));
        List<List<Recognized>> read = new ArrayList<>();
        for (Path picture : pictures) {
            read.add(texts(RecognizeFiles.answer(picture)));
        }
        return read;
    }

    private static List<Recognized> texts(Path answer) throws IOException {
        List<Recognized> texts = new ArrayList<>();
        for (String line : Files.readAllLines(answer, StandardCharsets.UTF_8)) {
            String[] cells = line.split("\t", 5);
            texts.add(new Recognized(
                    cells[4],
                    Float.parseFloat(cells[0]),
                    Float.parseFloat(cells[1]),
                    Float.parseFloat(cells[2]),
                    Float.parseFloat(cells[3])));
        }
        return texts;
    }

    private static Optional<String> place(Class<?> needed) {
        CodeSource source = needed.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(source.getLocation().toURI()).toString());
        } catch (URISyntaxException | IllegalArgumentException notAFile) {
            return Optional.empty();
        }
    }
}
