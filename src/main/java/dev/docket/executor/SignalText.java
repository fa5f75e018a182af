package dev.docket.executor;

import dev.docket.job.JobId;
import dev.docket.store.Lane;
import dev.docket.store.RunRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Signals as the text of a notification: lines of the sender and then one subject a line, fields parted by a tab. */
public final class SignalText {
    static final String READY = "docket_ready";
    public static final String CANCELLED = "docket_cancelled";

    /** A notification carries less than 8,000 bytes. */
    private static final int MOST_BYTES = 7_000;

    private SignalText() {}

    static List<String> ready(String sender, Collection<Lane> lanes) {
        return pack(
                sender,
                lanes.stream()
                        .map(lane -> lane.organization() + "\t" + lane.endpoint())
                        .toList());
    }

    public static List<String> cancelled(String sender, Collection<RunRef> runs) {
        return pack(
                sender,
                runs.stream()
                        .map(run -> run.organization() + "\t" + run.job() + "\t" + run.claim())
                        .toList());
    }

    /** The sender of a notification. */
    static String sender(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    /** The lanes of a notification; lines of another version that cannot be read are passed over. */
    static List<Lane> lanes(String text) {
        return text.lines()
                .skip(1)
                .map(line -> line.split("\t"))
                .filter(fields -> fields.length == 2)
                .map(fields -> new Lane(fields[0], fields[1]))
                .toList();
    }

    /** The runs of a notification; lines of another version that cannot be read are passed over. */
    static List<RunRef> runs(String text) {
        return text.lines()
                .skip(1)
                .map(SignalText::run)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<RunRef> run(String line) {
        String[] fields = line.split("\t");
        if (fields.length != 3 || !fields[2].matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        return JobId.parse(fields[1]).map(job -> new RunRef(fields[0], job, Integer.parseInt(fields[2])));
    }

    private static List<String> pack(String sender, List<String> lines) {
        List<String> messages = new ArrayList<>();
        StringBuilder message = new StringBuilder(sender);
        for (String line : lines) {
            if (message.length() + line.length() > MOST_BYTES) {
                messages.add(message.toString());
                message = new StringBuilder(sender);
            }
            message.append('\n').append(line);
        }
        messages.add(message.toString());
        return messages;
    }
}
