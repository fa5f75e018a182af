package dev.docket.bench.queue;

import dev.docket.bench.ServiceProcess;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what the server and the processes have used, when it is made and when the run is over. */
final class Meter {
    private static final String TRANSACTIONS = "select pg_snapshot_xmax(pg_current_snapshot())::text";
    private static final String WAL = "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint";
    private static final String DEAD = "select coalesce(sum(n_dead_tup), 0)::bigint from pg_stat_user_tables";

    private final Database database;
    private final long server;
    private final Map<String, ServiceProcess> services;
    private final Map<String, Long> cpu;
    private final long transactions;
    private final long wal;

    private Meter(Database database, long server, Map<String, ServiceProcess> services) throws SQLException {
        this.database = database;
        this.server = server;
        this.services = services;
        this.transactions = database.number(TRANSACTIONS);
        this.wal = database.number(WAL);
        this.cpu = cpu();
    }

    static Meter start(long server, Database database, Map<String, ServiceProcess> services) throws SQLException {
        return new Meter(database, server, services);
    }

    /** The costs since the start, shared out among so many jobs. */
    Costs costs(long jobs) throws SQLException {
        Map<String, Long> now = cpu();
        Map<String, Double> micros = new LinkedHashMap<>();
        now.forEach((name, value) -> micros.put(name, (value - cpu.get(name)) / (double) jobs));
        Map<String, Long> resident = new LinkedHashMap<>();
        services.forEach((name, service) -> resident.put(name, ProcessUse.residentBytes(service.pid())));
        return new Costs(
                (database.number(TRANSACTIONS) - transactions) / (double) jobs,
                (database.number(WAL) - wal) / (double) jobs,
                database.number(DEAD),
                micros,
                resident);
    }

    private Map<String, Long> cpu() {
        Map<String, Long> cpu = new LinkedHashMap<>();
        services.forEach((name, service) -> cpu.put(name, ProcessUse.cpuMicros(service.pid())));
        cpu.put(Costs.POSTGRESQL, ProcessUse.cpuMicrosWithChildren(server));
        cpu.put(Costs.CLIENT, ProcessUse.cpuMicros(ProcessHandle.current().pid()));
        return cpu;
    }
}
