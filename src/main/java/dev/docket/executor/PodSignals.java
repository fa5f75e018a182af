package dev.docket.executor;

import dev.docket.store.Lane;
import dev.docket.store.Notify;
import dev.docket.store.RunRef;
import dev.docket.store.Signals;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Passes signals on: at once to this process' own executor, and gathered to the other pods. A run that is cancelled and
 * runs here is nobody else's business.
 */
@Singleton
class PodSignals implements Signals {
    private static final Logger LOG = Logger.getLogger(PodSignals.class);

    /** Beyond this the connection is taken for half-open. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ExecutorLoop loop;
    private final Roles roles;
    private final ExecutorConfig config;
    private final Notify notify;
    private final Incoming incoming;
    private final Runs runs;
    private final Set<Lane> lanes = new LinkedHashSet<>();
    private final Set<RunRef> cancels = new LinkedHashSet<>();
    private boolean sendingReady;
    private boolean sendingCancels;

    PodSignals(ExecutorLoop loop, Roles roles, ExecutorConfig config, Notify notify, Incoming incoming, Runs runs) {
        this.loop = loop;
        this.roles = roles;
        this.config = config;
        this.notify = notify;
        this.incoming = incoming;
        this.runs = runs;
    }

    @Override
    public void ready(Lane lane) {
        loop.execute(() -> {
            if (roles.executes()) {
                incoming.ready(List.of(lane));
            }
            lanes.add(lane);
            if (!sendingReady) {
                sendingReady = true;
                sendReady();
            }
        });
    }

    @Override
    public void cancelled(RunRef run) {
        loop.execute(() -> {
            boolean runsHere = runs.find(run).isPresent();
            incoming.cancelled(run);
            if (!runsHere) {
                cancels.add(run);
                sendCancels();
            }
        });
    }

    /** At most one wake-up notification at a time, with a pause between two: it stands for all creates meanwhile. */
    private void sendReady() {
        if (lanes.isEmpty()) {
            sendingReady = false;
            return;
        }
        List<String> messages = SignalText.ready(loop.owner(), lanes);
        lanes.clear();
        notify.send(SignalText.READY, messages)
                .ifNoItem()
                .after(LONGEST)
                .fail()
                .emitOn(loop)
                .onFailure()
                .invoke(failure -> lost("wake-up", failure))
                .onFailure()
                .recoverWithNull()
                .subscribe()
                .with(sent -> loop.after(config.notifyPause(), this::sendReady));
    }

    /** Cancels do not wait for a pause; those that come while a notification is on its way go with the next one. */
    private void sendCancels() {
        if (sendingCancels || cancels.isEmpty()) {
            return;
        }
        sendingCancels = true;
        List<String> messages = SignalText.cancelled(loop.owner(), cancels);
        cancels.clear();
        notify.send(SignalText.CANCELLED, messages)
                .ifNoItem()
                .after(LONGEST)
                .fail()
                .emitOn(loop)
                .onFailure()
                .invoke(failure -> lost("cancel", failure))
                .onFailure()
                .recoverWithNull()
                .subscribe()
                .with(sent -> {
                    sendingCancels = false;
                    sendCancels();
                });
    }

    private static void lost(String kind, Throwable failure) {
        LOG.warnf("A %s signal could not be sent, heartbeat and poll stand in for it: %s", kind, failure.toString());
    }
}
