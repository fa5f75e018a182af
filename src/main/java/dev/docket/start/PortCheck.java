package dev.docket.start;

import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Refuses a taken HTTP port before a database is started for nothing. */
public final class PortCheck implements StartupCheck {
    private static final int DEFAULT_PORT = 8080;

    @Override
    public void check(SmallRyeConfig settings) {
        String host =
                settings.getOptionalValue("quarkus.http.host", String.class).orElse("0.0.0.0");
        int port = port(settings);
        if (port == 0 || LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            // A live reload keeps the port open from one start to the next.
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new StartRefused(refusal(host, port, e), e);
        }
    }

    /** The port that the configuration asks for; 0 for any free one. */
    static int port(SmallRyeConfig settings) {
        String value =
                settings.getOptionalValue("quarkus.http.port", String.class).orElse("" + DEFAULT_PORT);
        try {
            int port = Integer.parseInt(value.strip());
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, together with the numbers that are out of range.
        }
        throw new StartRefused("QUARKUS_HTTP_PORT is '" + value + "': it must be a number from 0 to 65535.");
    }

    static String refusal(String host, int port, Throwable cause) {
        return "Cannot listen on " + host + ":" + port + " (" + cause.getMessage()
                + "): stop what uses the port, or set QUARKUS_HTTP_PORT to another one.";
    }
}
