package dev.docket.endpoint.ocr;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Runs a program to its end, or to that of its time, or until the thread is interrupted. */
final class RunProcess {
    private static final Logger LOG = Logger.getLogger(RunProcess.class);

    private RunProcess() {}

    static void run(List<String> command, Path scratch, Path output, Duration limit)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(scratch.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile())
                // What engines say may quote the document, so nobody keeps it.
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // One thread a page: how many pages are read at once is decided by who reads them.
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        builder.environment().put("TMPDIR", scratch.toString());
        Process process = builder.start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new OcrFailed(
                        "The OCR engine did not read the pictures within " + limit.toSeconds() + " seconds.");
            }
            if (process.exitValue() != 0) {
                LOG.warnf("The OCR engine %s ended with code %d", command.get(0), process.exitValue());
                throw new OcrFailed("The OCR engine could not read the pictures.");
            }
        } finally {
            process.destroyForcibly();
        }
    }
}
