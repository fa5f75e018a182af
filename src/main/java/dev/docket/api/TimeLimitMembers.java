package dev.docket.api;

import com.fasterxml.jackson.core.JsonToken;
import dev.docket.endpoint.Fault;
import dev.docket.job.Payload;
import dev.docket.job.TimeLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the time limits that a create call may set. */
final class TimeLimitMembers {
    static final String EXECUTION = "execution_timeout_seconds";
    static final String QUEUE = "queue_timeout_seconds";

    /** A week: no job lives longer by default. */
    static final int LONGEST = 604_800;

    private static final String EXPECTED = "a number of seconds above 0 and at most " + LONGEST + ", or null";
    private static final Pattern NUMBER = Pattern.compile("[-+.0-9eE]+");

    private TimeLimitMembers() {}

    static TimeLimits read(Map<String, TopLevel.Member> members, List<Fault> faults) {
        return new TimeLimits(seconds(EXECUTION, members, faults), seconds(QUEUE, members, faults));
    }

    private static Double seconds(String name, Map<String, TopLevel.Member> members, List<Fault> faults) {
        TopLevel.Member member = members.get(name);
        if (member == null || member.kind() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (!member.kind().isNumeric()) {
            faults.add(new Fault(name, EXPECTED, Shown.kind(member.kind())));
            return null;
        }
        String text = number(member.text());
        double seconds = Double.parseDouble(text);
        if (!(seconds > 0 && seconds <= LONGEST)) {
            faults.add(new Fault(name, EXPECTED, Shown.bare(text)));
        }
        return seconds;
    }

    /** The number that the text starts with; what follows it belongs to the body. */
    private static String number(Payload text) {
        Matcher number = NUMBER.matcher(new String(text.toBytes(), StandardCharsets.ISO_8859_1));
        return number.lookingAt() ? number.group() : "";
    }
}
