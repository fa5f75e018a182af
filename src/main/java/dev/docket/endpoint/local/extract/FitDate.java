package dev.docket.endpoint.local.extract;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.local.value.Moment;
import dev.docket.endpoint.local.value.ReadDate;
import dev.docket.endpoint.local.value.ReadTime;
import dev.docket.endpoint.local.value.Spelling;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a text as a date or a time, in the form of the schema or as it is written. */
final class FitDate {
    private FitDate() {}

    static Fit formatted(String format, Target target, Spot spot, Spelling spelling) {
        String text = spot.value().text();
        if (format.equals("time")) {
            Optional<LocalTime> time = ReadTime.first(text);
            return time.map(at -> Fit.of(TextNode.valueOf(withSeconds(at)), 0.95, "time"))
                    .orElse(null);
        }
        Moment moment = choose(target, text, spelling);
        if (moment == null) {
            return null;
        }
        String value = format.equals("date") ? moment.date().toString() : moment.dateTime();
        return fit(value, moment, text, spelling);
    }

    /** For a property that is about a date but names no form: as the document has it, or as the examples are. */
    static Fit written(Target target, Spot spot, Spelling spelling) {
        String text = spot.value().text();
        Moment moment = choose(target, text, spelling);
        if (moment == null) {
            return null;
        }
        boolean iso = wantsIso(target);
        return fit(
                iso ? moment.date().toString() : text.substring(moment.start(), moment.end()), moment, text, spelling);
    }

    private static boolean wantsIso(Target target) {
        String description = String.valueOf(target.wanted().note().description());
        boolean example = target.wanted().note().examples().stream()
                .anyMatch(each -> each.asText().matches("\\d{4}-\\d{2}-\\d{2}"));
        return example
                || description.contains("YYYY-MM-DD")
                || description.contains("yyyy-MM-dd")
                || description.contains("ISO 8601")
                || description.contains("ISO-8601");
    }

    private static Moment choose(Target target, String text, Spelling spelling) {
        List<Moment> all = ReadDate.all(text, spelling);
        if (all.isEmpty()) {
            return ReadDate.first(text, spelling).orElse(null);
        }
        boolean last = target.isAbout("end", "expiry", "due", "out", "arrival") && !target.isAbout("start");
        return last ? all.get(all.size() - 1) : all.get(0);
    }

    private static Fit fit(String value, Moment moment, String text, Spelling spelling) {
        int rest = text.strip().length() - (moment.end() - moment.start());
        double weight = rest <= 3 ? 1 : moment.start() <= 8 ? 0.95 : rest <= 30 ? 0.85 : 0.7;
        Set<String> implied = new HashSet<>(Set.of("date"));
        if (moment.time() != null) {
            implied.add("time");
        }
        List<Moment> all = ReadDate.all(text, spelling);
        if (all.size() == 2) {
            implied.add(moment.start() == all.get(0).start() ? "start" : "end");
        }
        return new Fit(TextNode.valueOf(value), weight, new Label(implied));
    }

    private static String withSeconds(LocalTime time) {
        return time.getSecond() == 0 ? time + ":00" : time.toString();
    }
}
