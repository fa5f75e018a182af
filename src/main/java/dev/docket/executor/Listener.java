package dev.docket.executor;

import dev.docket.store.ListenConnection;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgNotification;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Hears the other pods on a connection of its own. The connection is asked for a sign of life now and then, since a
 * half-open one would stay silent for hours; after each reconnect the queue and the own runs are looked at again,
 * because signals may have been missed. Lives on the executor's loop.
 */
@Singleton
class Listener {
    private static final Logger LOG = Logger.getLogger(Listener.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final ExecutorLoop loop;
    private final ListenerConfig config;
    private final ListenConnection connections;
    private final Incoming incoming;
    private final Heart heart;
    private final Sweep sweep;
    private PgConnection connection;
    private Duration pause = FIRST_PAUSE;
    private boolean answered;
    private boolean stopped;

    Listener(
            ExecutorLoop loop,
            ListenerConfig config,
            ListenConnection connections,
            Incoming incoming,
            Heart heart,
            Sweep sweep) {
        this.loop = loop;
        this.config = config;
        this.connections = connections;
        this.incoming = incoming;
        this.heart = heart;
        this.sweep = sweep;
    }

    void start() {
        connections
                .open(config.connectTimeout(), SignalText.READY, SignalText.CANCELLED)
                .emitOn(loop)
                .subscribe()
                .with(this::connected, this::unreachable);
    }

    void stop() {
        stopped = true;
        if (connection != null) {
            connection.close();
        }
    }

    private void connected(PgConnection opened) {
        if (stopped) {
            opened.close();
            return;
        }
        connection = opened;
        pause = FIRST_PAUSE;
        opened.notificationHandler(notification -> loop.execute(() -> heard(notification)));
        opened.closeHandler(ignored -> loop.execute(() -> closed(opened)));
        heart.catchUp();
        sweep.now();
        answered = true;
        askForLife(opened);
    }

    private void heard(PgNotification notification) {
        String text = notification.getPayload();
        if (SignalText.sender(text).equals(loop.owner())) {
            return;
        }
        if (notification.getChannel().equals(SignalText.READY)) {
            incoming.ready(SignalText.lanes(text));
        } else {
            SignalText.runs(text).forEach(incoming::cancelled);
        }
    }

    private void askForLife(PgConnection asked) {
        if (asked != connection) {
            return;
        }
        if (!answered) {
            LOG.warn("The listening connection gives no sign of life and is opened anew");
            closed(asked);
            asked.close();
            return;
        }
        answered = false;
        asked.query("select 1").execute().onSuccess(rows -> loop.execute(() -> answered = true));
        loop.after(config.signOfLife(), () -> askForLife(asked));
    }

    private void closed(PgConnection lost) {
        if (lost != connection) {
            return;
        }
        connection = null;
        if (!stopped) {
            again();
        }
    }

    private void unreachable(Throwable failure) {
        LOG.warnf("Listening for signals is not possible right now: %s", failure.toString());
        if (!stopped) {
            again();
        }
    }

    private void again() {
        loop.after(pause, this::start);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
