package dev.docket.bench.queue;

import java.util.Map;

/** Copies of jobs that differ where a list can filter: half are one organization's, the others are spread over 500. */
final class Varied {
    private static final String ORGANIZATION =
            "case when c.n % 2 = 0 then t.organization_id else 'org_' || c.n % 1000 end";

    static final Map<String, String> OF_JOB = Map.of("organization_id", ORGANIZATION);

    static final Map<String, String> OF_FACTS = Map.of(
            "organization_id", ORGANIZATION,
            "metadata", "'{\"batch\":\"b' || c.n % 1000 || '\",\"workflow_id\":\"wf_' || c.n % 2000 || '\"}'",
            "metadata_pairs", "jsonb_build_object('batch', 'b' || c.n % 1000, 'workflow_id', 'wf_' || c.n % 2000)",
            "workflow_id", "'wf_' || c.n % 2000",
            "project_id", "case when c.n % 10 = 0 then 'proj_' || c.n % 500 end",
            "model", "'model-' || c.n % 5",
            "filenames", "array['invoice-' || c.n || '.pdf']",
            "document_types", "array[case when c.n % 100 = 0 then 'txt' else 'pdf' end]");

    private Varied() {}
}
