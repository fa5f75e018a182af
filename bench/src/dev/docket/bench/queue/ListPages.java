package dev.docket.bench.queue;

import dev.docket.bench.ServiceProcess;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pages of twenty without bodies, by each kind of filter, among the finished jobs of many organizations. */
final class ListPages implements Scenario {
    private static final int CALLS = 2_000;
    private static final int WARM_UP = 50;

    /** Of a filter that takes long there are fewer calls. */
    private static final int SECONDS = 15;

    private static final int CALLERS = 4;
    private static final String PAGE = "/v1/jobs?limit=20&include_request=false&include_response=false";

    @Override
    public String name() {
        return "list";
    }

    @Override
    public void run(Bench bench) throws Exception {
        for (long rows : bench.options().rows()) {
            if (rows > 0) {
                among(bench, Math.max(1000, Math.round(rows * bench.options().scale())));
            }
        }
    }

    private void among(Bench bench, long rows) throws Exception {
        Database database = bench.database();
        String job = new Finished(database).one(bench);
        new CopyJobs(database, Varied.OF_JOB, Varied.OF_FACTS).of(job, rows - 1, false);
        database.settle();
        try (ServiceProcess service = bench.service(database, "api");
                LoadClient client = new LoadClient(service, CALLERS)) {
            for (Map.Entry<String, String> filter :
                    filters(middle(database, job, rows)).entrySet()) {
                measure(bench, database, service, client, rows, filter);
            }
        }
        bench.server().drop(database);
    }

    private void measure(
            Bench bench,
            Database database,
            ServiceProcess service,
            LoadClient client,
            long rows,
            Map.Entry<String, String> filter)
            throws Exception {
        Call list = Call.get(PAGE + filter.getValue());
        Load warmUp = client.closed(WARM_UP, CALLERS, number -> list);
        int calls = (int) Math.max(WARM_UP, Math.min(CALLS, warmUp.rate() * SECONDS));
        bench.measure(List.of(), () -> {
            Meter meter = Meter.start(bench.server().pid(), database, Map.of("service", service));
            Load load = client.closed(calls, CALLERS, number -> list);
            return Figure.of(name(), filter.getKey() + " of " + rows, load, meter.costs(load.calls()));
        });
    }

    /** A job of the listing organization, far from either end. */
    private static String middle(Database database, String job, long rows) throws Exception {
        return database.text("select id from job where organization_id = (select organization_id from job where id = '"
                + job + "') order by seq offset " + rows / 4 + " limit 1");
    }

    private static Map<String, String> filters(String middle) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("no filter", "");
        filters.put("after the middle", "&after=" + middle);
        filters.put("before the middle", "&before=" + middle);
        filters.put("oldest first", "&order=asc");
        filters.put("id", "&id=" + middle);
        filters.put("status, all", "&status=completed");
        filters.put("status, none", "&status=queued");
        filters.put("status expired, none", "&status=expired");
        filters.put("endpoint, all", "&endpoint=/v1/documents/parse");
        filters.put("endpoint, none", "&endpoint=/v1/documents/split");
        filters.put("source api, none", "&source=api");
        filters.put("source project, 1 in 5", "&source=project");
        filters.put("source workflow, all", "&source=workflow");
        filters.put("project", "&project_id=proj_10");
        filters.put("workflow", "&workflow_id=wf_10");
        filters.put("workflow node, none", "&workflow_node_id=none");
        filters.put("workflow block, none", "&workflow_block_id=none");
        filters.put("model, 1 in 5", "&model=model-2");
        filters.put("model, none", "&model=none");
        filters.put("metadata, 1 in 500", "&metadata=" + encoded("{\"batch\":\"b10\"}"));
        filters.put("metadata, none", "&metadata=" + encoded("{\"batch\":\"none\"}"));
        filters.put("document type, 1 in 50", "&document_type=txt");
        filters.put("document type, none", "&document_type=png,docx");
        filters.put("today", "&from_date=" + today);
        filters.put("tomorrow", "&from_date=" + today.plusDays(1));
        filters.put("up to yesterday", "&to_date=" + today.minusDays(1));
        filters.put("filename part, one", "&filename_contains=invoice-500.");
        filters.put("filename pattern, none", "&filename_regex=" + encoded("^receipt-"));
        filters.put("status and model, all and none", "&status=completed&model=none");
        filters.put("status and model, none and 1 in 5", "&status=failed&model=model-2");
        filters.put("project and model, none", "&project_id=proj_10&model=none");
        return filters;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
