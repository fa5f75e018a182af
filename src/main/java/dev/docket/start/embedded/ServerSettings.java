package dev.docket.start.embedded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The embedded server's settings, on its command line: there no file and no ALTER SYSTEM can undo them. */
final class ServerSettings {
    private ServerSettings() {}

    static String options(int port, Durability durability, Map<String, String> others) {
        String kept = durability == Durability.KEPT ? "on" : "off";
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("max_connections", "120");
        settings.put("shared_buffers", "128MB");
        // Only what went wrong, and without the DETAIL lines, which repeat the row that was refused.
        settings.put("log_error_verbosity", "terse");
        settings.put("log_checkpoints", "off");
        settings.putAll(others);
        // The address and what makes commits last are not to be had otherwise.
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "''");
        settings.put("fsync", kept);
        settings.put("synchronous_commit", kept);
        settings.put("full_page_writes", kept);
        return settings.entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
    }
}
