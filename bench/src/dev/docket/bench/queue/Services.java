package dev.docket.bench.queue;

import dev.docket.bench.ServiceProcess;
import java.util.Map;

/** Starts processes of the packaged service, whose jobs do nothing unless other settings are given. */
interface Services {
    ServiceProcess service(Database database, String roles, Map<String, String> more) throws Exception;

    default ServiceProcess service(Database database, String roles) throws Exception {
        return service(database, roles, Map.of());
    }
}
