package dev.docket.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.endpoint.Fault;
import dev.docket.job.JobId;
import dev.docket.job.Payload;
import dev.docket.store.BulkTarget;
import dev.docket.store.JobFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a bulk cancel asks for.
 *
 * @param preview whether it is only to be counted what it would do
 */
public record BulkCancelBody(BulkTarget target, CancelBody terms, boolean preview) {
    /** Ten thousand ids with room for their spelling. */
    static final long MOST_BYTES = 1024 * 1024;

    static final int MOST_IDS = 10_000;

    /** More than the address of a list can hold; a filter is shown again wherever its bulk cancel is. */
    private static final int LONGEST_FILTER = 16 * 1024;

    private static final Set<String> MEMBERS = Set.of("ids", "filter", "all", "reason", "only_if_queued", "preview");

    /** Reads the body; all that is wrong with it is refused in one 422. */
    public static BulkCancelBody read(Payload body) {
        JsonNode object = EmptyOrObjectBody.read(body, MEMBERS);
        List<Fault> faults = new ArrayList<>();
        CancelBody terms = CancelBody.read(object, faults);
        boolean preview = BodyFlag.read(object, "preview", faults);
        boolean all = BodyFlag.read(object, "all", faults);
        JsonNode ids = object.path("ids");
        JsonNode filter = object.path("filter");
        boolean named = isThere(ids);
        if (named == isThere(filter)) {
            faults.add(new Fault("body", "either ids or filter", named ? "both" : "neither"));
            throw InvalidRequest.of(faults);
        }
        Optional<BulkTarget> target = named ? named(ids, all, faults) : matching(filter, all, faults);
        if (!faults.isEmpty()) {
            throw InvalidRequest.of(faults);
        }
        return new BulkCancelBody(target.orElseThrow(), terms, preview);
    }

    private static boolean isThere(JsonNode node) {
        return !node.isMissingNode() && !node.isNull();
    }

    private static Optional<BulkTarget> named(JsonNode ids, boolean all, List<Fault> faults) {
        String expected = "an array of 1 to " + MOST_IDS + " job ids";
        if (all) {
            faults.add(new Fault("all", "true only beside an empty filter", "true beside ids"));
        }
        if (!ids.isArray()) {
            faults.add(new Fault("ids", expected, Shown.kind(ids.asToken())));
        } else if (ids.isEmpty() || ids.size() > MOST_IDS) {
            faults.add(new Fault("ids", expected, ids.size() + " of them"));
        } else {
            return Optional.of(new BulkTarget.Named(jobs(ids, faults)));
        }
        return Optional.empty();
    }

    private static List<JobId> jobs(JsonNode ids, List<Fault> faults) {
        List<JobId> jobs = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            JsonNode id = ids.get(i);
            Optional<JobId> job = JobId.parse(id.textValue());
            if (job.isPresent()) {
                jobs.add(job.get());
            } else {
                String got = id.isTextual() ? Shown.text(id.textValue()) : Shown.kind(id.asToken());
                faults.add(new Fault("ids[" + i + "]", JobFilterReader.JOB_ID, got));
            }
        }
        return jobs;
    }

    private static Optional<BulkTarget> matching(JsonNode filter, boolean all, List<Fault> faults) {
        if (!filter.isObject()) {
            faults.add(new Fault("filter", "an object", Shown.kind(filter.asToken())));
            return Optional.empty();
        }
        if (filter.isEmpty() && !all) {
            faults.add(new Fault("filter", "at least one member, or all: true beside it", "{}"));
        } else if (!filter.isEmpty() && all) {
            faults.add(new Fault("all", "true only beside an empty filter", "true beside a filter that narrows"));
        }
        String sent = filter.toString();
        if (sent.length() > LONGEST_FILTER) {
            faults.add(new Fault("filter", "at most " + LONGEST_FILTER + " characters", sent.length() + " characters"));
        }
        JobFilter read = FilterObject.read(filter, faults);
        return faults.isEmpty() ? Optional.of(new BulkTarget.Matching(read, sent)) : Optional.empty();
    }
}
