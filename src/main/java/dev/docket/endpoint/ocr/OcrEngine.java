package dev.docket.endpoint.ocr;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads text from pictures in a process of its own, so that it can be stopped, and can take nobody along. */
public interface OcrEngine {
    /**
     * Reads PNG files on the calling thread. When that is interrupted the engine's process is killed.
     *
     * @param scratch a directory for files of the engine's own, which the caller removes
     * @return what stands in each picture
     * @throws OcrFailed when the engine broke off, or took too long
     * @throws InterruptedException when the thread was interrupted
     */
    List<List<Recognized>> read(List<Path> pictures, Path scratch) throws IOException, InterruptedException;
}
