package dev.docket.contract;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** Keeps every line that is logged while it listens, each with the request id it carries. */
public final class LogCapture extends Handler {
    private static final String ACCESS = "io.quarkus.http.access-log";

    /** A line of the log. */
    record Line(String logger, String requestId, String text) {}

    private final List<Line> lines = new CopyOnWriteArrayList<>();

    public void start() {
        Logger.getLogger("").addHandler(this);
    }

    public void stop() {
        Logger.getLogger("").removeHandler(this);
    }

    public List<String> lines() {
        return lines.stream().map(Line::text).toList();
    }

    List<String> accessLines() {
        return lines.stream()
                .filter(line -> line.logger().equals(ACCESS))
                .map(Line::text)
                .toList();
    }

    /** The request ids of the lines that contain the text. */
    List<String> requestIdsOf(String text) {
        return lines.stream()
                .filter(line -> line.text().contains(text))
                .map(line -> String.valueOf(line.requestId()))
                .toList();
    }

    /** A line of the access log is written after the answer, so the client may be ahead of it. */
    void awaitAccessLines(int count) {
        await().until(() -> accessLines().size() >= count);
    }

    @Override
    public void publish(LogRecord written) {
        ExtLogRecord line = ExtLogRecord.wrap(written);
        String text = line.getFormattedMessage() + (line.getThrown() == null ? "" : " " + line.getThrown());
        lines.add(new Line(line.getLoggerName(), line.getMdc("requestId"), text));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
