package dev.docket.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends signals to processes, by the number of each. */
final class Signals {
    private Signals() {}

    static void send(String signal, long pid) {
        try {
            int ended = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (ended != 0) {
                throw new IllegalStateException("process " + pid + " did not get the signal " + signal);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
