package dev.docket.endpoint.ocr;

import com.benjaminwan.ocrlibrary.Point;
import com.benjaminwan.ocrlibrary.TextBlock;
import io.github.mymonstercat.Model;
import io.github.mymonstercat.ocr.InferenceEngine;
import io.github.mymonstercat.ocr.config.HardwareConfig;
import io.github.mymonstercat.ocr.config.ParamConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The process that reads pictures: each file it is given, into a file of the same name with {@code .tsv} behind it. */
public final class RecognizeFiles {
    /** Longer sides are scaled down: the search for lines takes its time by the pixel. */
    private static final int LONGEST_SIDE = 1920;

    private RecognizeFiles() {}

    /** @param files paths of PNG files */
    public static void main(String[] files) throws IOException {
        HardwareConfig hardware = HardwareConfig.getOnnxConfig();
        hardware.setNumThread(1);
        ParamConfig parameters = ParamConfig.getDefaultConfig();
        parameters.setMaxSideLen(LONGEST_SIDE);
        parameters.setDoAngle(true);
        parameters.setMostAngle(true);
        InferenceEngine engine = InferenceEngine.getInstance(Model.ONNX_PPOCR_V4, hardware);
        for (String file : files) {
            Files.writeString(
                    answer(Path.of(file)), table(engine.runOcr(file, parameters).getTextBlocks()));
        }
    }

    static Path answer(Path picture) {
        return picture.resolveSibling(picture.getFileName() + ".tsv");
    }

    private static String table(List<TextBlock> blocks) {
        return blocks.stream()
                .filter(block -> !block.getText().isBlank())
                .map(RecognizeFiles::row)
                .collect(Collectors.joining());
    }

    private static String row(TextBlock block) {
        List<Point> corners = block.getBoxPoint();
        int left = corners.stream().mapToInt(Point::getX).min().orElse(0);
        int right = corners.stream().mapToInt(Point::getX).max().orElse(0);
        int top = corners.stream().mapToInt(Point::getY).min().orElse(0);
        int bottom = corners.stream().mapToInt(Point::getY).max().orElse(0);
        String text = block.getText().replaceAll("\\s+", " ").strip();
        return left + "\t" + top + "\t" + right + "\t" + bottom + "\t" + text + "\n";
    }
}
