package dev.docket.history;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The histories that are being made, by job: a page of the list adds to many of them. */
final class OpenRecords {
    private final Map<String, JobRecord> records = new ConcurrentHashMap<>();

    void open(JobRecord record) {
        records.put(record.job(), record);
    }

    void close(JobRecord record) {
        records.remove(record.job());
    }

    /** Notes on each job what the page showed of it. */
    void add(Operation call, JsonArray page) {
        for (int i = 0; i < page.size(); i++) {
            JsonObject job = page.getJsonObject(i);
            JobRecord record = records.get(job.getString("id"));
            if (record != null) {
                record.add(call.answered(new Answer.Shown(ReadAnswer.view(job))));
            }
        }
    }
}
