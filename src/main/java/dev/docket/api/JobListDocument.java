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
 * @param hasMore whether there are jobs beyond the page in the direction of travel
 * @param before the cursor of the page before this one, or null when there is none
 * @param after the cursor of the page behind this one, or null when there is none
 */
public record JobListDocument(List<JobDocument> jobs, boolean hasMore, String before, String after)
        implements Document {
    /**
     * The page that was asked for, or as much of it as {@code byteBudget} bytes of bodies allow, but at least one job.
     * What does not fit is left out at the end that the reader travels to, so that the next page starts with it.
     */
    public static JobListDocument of(JobPage page, PageRequest asked, PayloadChoice payloads, long byteBudget) {
        boolean backwards = asked.before() != null;
        List<JobDocument> all =
                page.jobs().stream().map(job -> new JobDocument(job, payloads)).toList();
        List<JobDocument> fitting = PageCut.fitting(all, byteBudget, backwards);
        boolean hasMore = page.hasMore() || fitting.size() < all.size();
        boolean earlier = backwards ? hasMore : page.hasBefore();
        boolean later = backwards ? page.hasBefore() : hasMore;
        String first = fitting.isEmpty() ? null : id(fitting.get(0));
        String last = fitting.isEmpty() ? null : id(fitting.get(fitting.size() - 1));
        return new JobListDocument(fitting, hasMore, earlier ? first : null, later ? last : null);
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
                .put("first_id", jobs.isEmpty() ? null : id(jobs.get(0)))
                .put("last_id", jobs.isEmpty() ? null : id(jobs.get(jobs.size() - 1)))
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
