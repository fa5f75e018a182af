package dev.docket.endpoint.upstream;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.exchange.Failures;
import dev.docket.job.ErrorCode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Consumer;

/** The clocks of one exchange: one for all of it, and one for each silence of the other side. Lives on the loop. */
final class Limits {
    private static final long NONE = -1;

    private final UpstreamClient client;
    private final Service service;
    private final Consumer<Answer> overrun;
    private long total = NONE;
    private long silence = NONE;

    Limits(UpstreamClient client, Consumer<Answer> overrun) {
        this.client = client;
        this.service = client.service();
        this.overrun = overrun;
    }

    void begin() {
        Duration limit = service.totalTimeout();
        total = client.after(limit, () -> pass("The exchange with the upstream service took longer than", limit));
    }

    /** Something of the request went out, or is about to. */
    void sending() {
        restart("The upstream service took nothing of the request for", service.idleTimeout());
    }

    /** The request is out. */
    void waiting() {
        restart("The upstream service did not begin to answer within", service.responseTimeout());
    }

    /** Something of the answer came in. */
    void receiving() {
        restart("The upstream service paused inside its answer for", service.idleTimeout());
    }

    /** It is not the other side that is waited for now. */
    void busy() {
        stop(silence);
        silence = NONE;
    }

    void end() {
        busy();
        stop(total);
    }

    private void restart(String what, Duration limit) {
        stop(silence);
        silence = client.after(limit, () -> pass(what, limit));
    }

    private void pass(String what, Duration limit) {
        overrun.accept(Failures.passing(ErrorCode.UPSTREAM_TIMEOUT, what + " " + seconds(limit) + " s."));
    }

    private static String seconds(Duration limit) {
        return BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    private void stop(long timer) {
        if (timer != NONE) {
            client.cancelTimer(timer);
        }
    }
}
