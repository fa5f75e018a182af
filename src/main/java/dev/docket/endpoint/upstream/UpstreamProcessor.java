package dev.docket.endpoint.upstream;

import dev.docket.endpoint.Assignment;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.Processor;
import dev.docket.endpoint.Work;

/** Forwards requests to the same path of one service. */
final class UpstreamProcessor implements Processor {
    private final Service service;
    private final UpstreamClient client;
    private final UpstreamMeters meters;

    UpstreamProcessor(Service service, UpstreamClient client, UpstreamMeters meters) {
        this.service = service;
        this.client = client;
        this.meters = meters;
    }

    @Override
    public String name() {
        return UpstreamProcessors.NAME + ":" + service.name();
    }

    /** What the service can answer is its own to say. */
    @Override
    public boolean serves(Endpoint endpoint) {
        return true;
    }

    @Override
    public int concurrency() {
        return service.concurrency();
    }

    @Override
    public Work start(Assignment assignment) {
        UpstreamWork work = new UpstreamWork(client, assignment, meters.begin(service.name()));
        client.execute(work::begin);
        return work;
    }

    void close() {
        client.close();
    }
}
