package dev.docket.endpoint.document;

import dev.docket.endpoint.ocr.OcrConfig;
import dev.docket.endpoint.ocr.OcrEngine;
import dev.docket.endpoint.ocr.OcrFailed;
import dev.docket.endpoint.ocr.Recognized;
import dev.docket.job.ErrorCode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Makes pages of pictures: an OCR engine says what stands where, and it is laid out as the text of a PDF would be. */
final class ReadPictures {
    /** Pictures that are given to the engine at once; so many lie on the disk at a time. */
    private static final int BATCH = 8;

    private final OcrEngine engine;
    private final OcrConfig config;

    private ReadPictures(OcrEngine engine, OcrConfig config) {
        this.engine = engine;
        this.config = config;
    }

    /** Empty where there is no engine. */
    static Optional<ReadPictures> with(Optional<OcrEngine> engine, OcrConfig config) {
        return engine.map(found -> new ReadPictures(found, config));
    }

    /** Pictures by their numbers, each made only when it is its turn. */
    interface Source {
        BufferedImage picture(int number) throws IOException;
    }

    int dpi() {
        return config.dpi();
    }

    /** The pages of these pictures, in their order. */
    List<Page> read(List<Integer> numbers, Source source, Allowance allowance) throws IOException {
        if (numbers.size() > config.maxPages()) {
            throw DocumentRefused.tooLarge("pages without text, which would be read as pictures", config.maxPages());
        }
        List<Page> pages = new ArrayList<>();
        for (int from = 0; from < numbers.size(); from += BATCH) {
            pages.addAll(batch(numbers.subList(from, Math.min(numbers.size(), from + BATCH)), source, allowance));
        }
        return pages;
    }

    private List<Page> batch(List<Integer> numbers, Source source, Allowance allowance) throws IOException {
        Path scratch = Files.createTempDirectory("docket-ocr-");
        try {
            List<Path> files = new ArrayList<>();
            List<float[]> sizes = new ArrayList<>();
            for (int number : numbers) {
                WorkStopped.check();
                BufferedImage picture = source.picture(number);
                Path file = scratch.resolve("page-" + number + ".png");
                ImageIO.write(picture, "png", file.toFile());
                files.add(file);
                sizes.add(new float[] {picture.getWidth(), picture.getHeight()});
            }
            List<List<Recognized>> texts = recognized(files, scratch);
            List<Page> pages = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                pages.add(new LayOutPicture(sizes.get(i)[0], sizes.get(i)[1], config.dpi(), allowance)
                        .page(texts.get(i)));
            }
            return pages;
        } finally {
            remove(scratch);
        }
    }

    private List<List<Recognized>> recognized(List<Path> files, Path scratch) throws IOException {
        try {
            return engine.read(files, scratch);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new WorkStopped();
        } catch (OcrFailed failed) {
            throw new DocumentRefused(ErrorCode.OCR_FAILED, failed.getMessage());
        }
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
