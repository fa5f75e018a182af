package dev.docket.bench.queue;

import dev.docket.bench.ServiceProcess;

/** Fills a database with jobs that a service has finished: one that it really did, and copies of it. */
final class Finished {
    private final Database database;

    Finished(Database database) {
        this.database = database;
    }

    void fill(Services services, long jobs, boolean withBodies) throws Exception {
        new CopyJobs(database).of(one(services), jobs - 1, withBodies);
        database.settle();
    }

    /** The id of a job that was created and run. */
    String one(Services services) throws Exception {
        try (ServiceProcess service = services.service(database, "api,executor");
                LoadClient client = new LoadClient(service, 1)) {
            String job = Queue.create(client);
            new Queue(database).awaitEmpty();
            return job;
        }
    }
}
