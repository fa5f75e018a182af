package dev.docket.bench.queue;

import dev.docket.bench.ServiceProcess;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What scenarios run on: the server, its limits, services to start, and the report that takes what they measure. */
final class Bench implements Services {
    private final Server server;
    private final Services services;
    private final Options options;
    private final Limits limits;
    private final Report report;

    Bench(Server server, Services services, Options options, Limits limits, Report report) {
        this.services = services;
        this.server = server;
        this.options = options;
        this.limits = limits;
        this.report = report;
    }

    /** What takes a figure. */
    interface Run {
        Figure run() throws Exception;
    }

    Server server() {
        return server;
    }

    Options options() {
        return options;
    }

    /** Takes a figure between the limits that it is set beside; none for a figure that has nothing to do with them. */
    Measured measure(List<Limit> beside, Run run) throws Exception {
        Map<Limit, Double> before = limits.take(beside);
        double busy = Elsewhere.awaitQuiet();
        Figure figure = run.run();
        Measured measured = new Measured(figure, before, limits.take(beside), busy);
        report.add(measured);
        return measured;
    }

    void skip(String scenario, String why) throws IOException {
        report.skip(scenario, why);
    }

    /** Several figures of one run, with no limit. */
    void add(Figure figure) throws IOException {
        report.add(new Measured(figure, Map.of(), Map.of(), 0));
    }

    Database database() throws SQLException {
        return server.database();
    }

    @Override
    public ServiceProcess service(Database database, String roles, Map<String, String> more) throws Exception {
        return services.service(database, roles, more);
    }

    DrainRun drain(Database database, int jobs) throws Exception {
        return DrainRun.of(this, server.pid(), database, jobs);
    }
}
