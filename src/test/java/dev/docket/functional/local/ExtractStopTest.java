package dev.docket.functional.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.Work;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cancels that meet extract in the middle of its work, wherever that is. */
class ExtractStopTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @ParameterizedTest
    @ValueSource(strings = {"TextReader", "FindSpots", "FindByForm", "FindEntries", "FindCandidates"})
    void an_abort_frees_the_thread_at_whatever_step_it_comes(String step) {
        try (Extracting extracting = new Extracting()) {
            // A step that is over before it is seen is looked for again in a longer document.
            assertThat(IntStream.of(600, 1200, 1900).anyMatch(pages -> isFreed(extracting, pages, step)))
                    .isTrue();
        }
    }

    /** Aborts the work at the step, and waits for the thread; false when the work was answered before. */
    private static boolean isFreed(Extracting extracting, int pages, String step) {
        Work work = extracting.start(request(pages));
        AtomicBoolean answered = new AtomicBoolean();
        work.answer().subscribe().with(answer -> answered.set(true));
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(1)).until(() -> answered.get() || isAt(step));
        long asked = System.nanoTime();
        work.abort();
        work.stopped().await().atMost(PATIENCE);
        double millis = (System.nanoTime() - asked) / 1e6;
        if (!answered.get()) {
            System.out.printf("extract aborted in %s: thread free after %.1f ms%n", step, millis);
        }
        return !answered.get();
    }

    private static boolean isAt(String step) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("docket-local-"))
                .flatMap(thread -> Arrays.stream(thread.getValue()))
                .anyMatch(frame -> frame.getClassName().endsWith("." + step));
    }

    private static ObjectNode request(int pages) {
        String page = IntStream.range(0, 60)
                .mapToObj(line -> "Total amount: " + line + ".50    Invoice number   R-" + line + "    10115 Berlin")
                .collect(Collectors.joining("\n"));
        String text = IntStream.range(0, pages).mapToObj(each -> page).collect(Collectors.joining("\f"));
        String entry = "{'type':'object','properties':{'amount':{'type':'number'},'number':{'type':'string'}}}";
        String properties = IntStream.range(0, 300)
                .mapToObj(each -> "'total_number_" + each + "':{'type':'string'},'rows_" + each % 20
                        + "':{'type':'array','items':" + entry + "}")
                .collect(Collectors.joining(","));
        return Extracting.request(
                "a.txt",
                text.getBytes(UTF_8),
                "{'type':'object','properties':{" + properties
                        + ",'vendor':{'type':'object','properties':{'name':{'type':'string'},'city':{'type':'string'}}}}}");
    }
}
