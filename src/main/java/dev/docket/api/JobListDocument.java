package dev.docket.api;

import dev.docket.store.Bodies;
import dev.docket.store.JobPage;
import dev.docket.store.PageRequest;
import io.smallrye.mutiny.Multi;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A page of jobs as an answer, with the envelope of both generations of clients.
 *
 * @param first the cursor of the page's beginning: the id of its first job, or that of the last one looked at
 * @param last the cursor of the page's end, likewise
 * @param hasMore whether there are, or may be, jobs beyond the page in the direction of travel
 * @param before the cursor of the page before this one, or null when there is none
 * @param after the cursor of the page behind this one, or null when there is none
 */
public record JobListDocument(
        List<JobDocument> jobs, String first, String last, boolean hasMore, String before, String after)
        implements Document {
    /**
     * The page that was asked for, or as much of it as {@code byteBudget} bytes of bodies allow, but at least one job.
     * What does not fit is left out at the end that the reader travels to, so that the next page starts with it. A page
     * that ended before it was full has, at that end, the id of the last job that was looked at: every client goes on
     * from there, whichever member it reads.
     */
    public static JobListDocument of(JobPage page, PageRequest asked, PayloadChoice payloads, long byteBudget) {
        boolean backwards = asked.before() != null;
        List<JobDocument> all =
                page.jobs().stream().map(job -> new JobDocument(job, payloads)).toList();
        List<JobDocument> fitting = PageCut.fitting(all, byteBudget, backwards);
        boolean hasMore = page.hasMore() || fitting.size() < all.size();
        boolean earlier = backwards ? hasMore : page.hasBefore();
        boolean later = backwards ? page.hasBefore() : hasMore;
        String reached = page.reached() == null || fitting.size() < all.size()
                ? null
                : page.reached().value();
        String first = end(fitting, 0, reached, backwards);
        String last = end(fitting, fitting.size() - 1, reached, !backwards);
        return new JobListDocument(fitting, first, last, hasMore, earlier ? first : null, later ? last : null);
    }

    /** The cursor of one end of a page; an empty page has its two ends at the same place. */
    private static String end(List<JobDocument> jobs, int place, String reached, boolean isAhead) {
        return jobs.isEmpty() || isAhead && reached != null ? reached : id(jobs.get(place));
    }

    @Override
    public Multi<byte[]> pieces(Bodies bodies) {
        Multi<byte[]> data = Multi.createFrom()
                .range(0, jobs.size())
                .onItem()
                .transformToMultiAndConcatenate(index -> entry(index, bodies));
        return Multi.createBy()
                .concatenating()
                .streams(text("{\"object\":\"list\",\"data\":["), data, text("]," + envelope()));
    }

    private Multi<byte[]> entry(int index, Bodies bodies) {
        Multi<byte[]> job = jobs.get(index).pieces(bodies);
        return index == 0 ? job : Multi.createBy().concatenating().streams(text(","), job);
    }

    private String envelope() {
        JsonObject envelope = new JsonObject()
                .put("first_id", first)
                .put("last_id", last)
                .put("has_more", hasMore)
                .put("list_metadata", new JsonObject().put("before", before).put("after", after));
        return envelope.encode().substring(1);
    }

    private static String id(JobDocument document) {
        return document.job().id().value();
    }

    private static Multi<byte[]> text(String text) {
        return Multi.createFrom().item(text.getBytes(StandardCharsets.UTF_8));
    }
}
