package dev.docket.bench.queue;

import dev.docket.bench.Latencies;
import dev.docket.bench.ServiceProcess;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Creates jobs a thousand a call, one call at a time. */
final class BulkCreate {
    static final String PATH = "/v1/jobs/batch";
    static final int OF_A_CALL = 1000;
    private static final String COUNT = "select count(*) from job";

    private final Database database;
    private final LoadClient client;
    private final Call create = Call.post(PATH, body(OF_A_CALL));

    BulkCreate(Database database, LoadClient client) {
        this.database = database;
        this.client = client;
    }

    /** @param jobs that there really are more afterwards */
    record Made(long jobs, double seconds, Latencies calls) {}

    Made create(int jobs) throws Exception {
        long before = database.number(COUNT);
        Load load = client.closed(Math.max(1, jobs / OF_A_CALL), 1, number -> create);
        return new Made(database.number(COUNT) - before, load.seconds(), load.latencies());
    }

    static boolean isOffered(ServiceProcess service) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.url() + PATH))
                .header("Api-Key", ServiceProcess.KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body(1).toString()))
                .build();
        int status = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
        return status != 404 && status != 405;
    }

    private static Buffer body(int jobs) {
        String job = Documents.createText(Documents.SMALL);
        return Buffer.buffer("{\"jobs\":[" + (job + ",").repeat(jobs - 1) + job + "]}");
    }
}
