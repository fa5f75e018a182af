package dev.docket.bench.queue;

import dev.docket.bench.ServiceProcess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Processes with their logs in one directory. */
final class NoopServices implements Services {
    private final Path directory;
    private int started;

    NoopServices(Path directory) {
        this.directory = directory;
    }

    @Override
    public ServiceProcess service(Database database, String roles, Map<String, String> more) throws Exception {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put("DOCKET_ROLES", roles);
        settings.put("DOCKET_BENCH_NOOP_ENABLED", "true");
        settings.put("DOCKET_PROCESSORS__V1_DOCUMENTS_PARSE_", "noop");
        settings.putAll(more);
        return ServiceProcess.start(directory, database.name() + "-" + ++started, settings);
    }
}
