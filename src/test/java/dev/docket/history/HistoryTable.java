package dev.docket.history;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A history to read: one line a call, in the order of the calls, times in milliseconds since the first. */
final class HistoryTable {
    private HistoryTable() {}

    static String of(JobHistory history) {
        List<Operation> operations = history.operations();
        long zero = operations.isEmpty() ? 0 : operations.get(0).called();
        String lines = operations.stream().map(one -> line(one, zero)).collect(Collectors.joining("\n"));
        return history.job() + " with a " + history.paper() + " document\n" + lines + "\n";
    }

    static String numbers(List<Operation> operations) {
        return operations.stream()
                .map(operation -> "#" + operation.number())
                .distinct()
                .collect(Collectors.joining(" ", "[", "]"));
    }

    static String states(Set<JobState> states) {
        return states.stream().map(HistoryTable::state).collect(Collectors.joining(", or "));
    }

    private static String state(JobState state) {
        if (!state.isThere()) {
            return "not there";
        }
        String text = state.status() + " attempts=" + state.attempts();
        return state.stop() == null
                ? text
                : text + " cancelled by " + state.stop().reason() + " work_started="
                        + state.stop().workStarted();
    }

    private static String line(Operation one, long zero) {
        String returned = one.isUnknown() ? "never" : millis(one.returned() - zero);
        return String.format(
                Locale.ROOT,
                "#%-7d client %-3d %12s .. %-12s %s -> %s",
                one.number(),
                one.client(),
                millis(one.called() - zero),
                returned,
                call(one.call()),
                answer(one.answer()));
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / 1e6);
    }

    private static String call(Call call) {
        String text = call.toString().toLowerCase(Locale.ROOT);
        return text.replaceAll("(, )?[a-z]+=(null|false)", "")
                .replace("[, ", "[")
                .replace("[]", "")
                .replace("listing", "list");
    }

    private static String answer(Answer answer) {
        if (answer instanceof Answer.Shown shown) {
            return "200 " + view(shown.job());
        }
        if (answer instanceof Answer.Refused refused) {
            return refused.http() + " " + refused.code() + (refused.status() == null ? "" : " " + refused.status());
        }
        return answer instanceof Answer.Absent ? "not in the list" : "no answer";
    }

    private static String view(JobView view) {
        String text = view.status() + " started=" + view.startedAt() + " completed=" + view.completedAt();
        if (view.errorCode() != null) {
            text += " error=" + view.errorCode();
        }
        if (view.more() == null) {
            return text;
        }
        text += " attempts=" + view.more().attempts() + (view.more().response() ? " response" : "");
        return view.cancellation() == null
                ? text
                : text + " cancelled by " + view.cancellation().reason() + " work_started="
                        + view.cancellation().workStarted() + " stopped="
                        + view.cancellation().stoppedAt();
    }
}
