package dev.docket.history;

import dev.docket.job.JobStatus;
import java.util.ArrayList;
import java.util.List;

/** Writes histories by hand: who called what when, and what came of it. */
final class Story {
    private final List<Operation> operations = new ArrayList<>();
    private final Paper paper;

    private Story(Paper paper) {
        this.paper = paper;
    }

    static Story of(Paper paper) {
        return new Story(paper);
    }

    /** A job that was created from 0 to 10. */
    static Story created(Paper paper) {
        return of(paper).create(null, 0, 10, Views.queued(0, 0));
    }

    Story create(String key, long from, long to, JobView view) {
        return add(new Call.Create(key), from, to, new Answer.Shown(view));
    }

    Story sees(long from, long to, JobView view) {
        return add(new Call.Retrieve(), from, to, new Answer.Shown(view));
    }

    Story polls(long from, long to, JobView view) {
        return add(new Call.Status(), from, to, new Answer.Shown(Views.light(view)));
    }

    Story lists(JobStatus filter, long from, long to, Answer answer) {
        return add(new Call.Listing(filter), from, to, answer);
    }

    Story cancels(String reason, long from, long to, Answer answer) {
        return add(new Call.Cancel(reason, false, null), from, to, answer);
    }

    Story cancels(String reason, long from, long to, JobView view) {
        return cancels(reason, from, to, new Answer.Shown(view));
    }

    Story cancelsWithKey(String reason, String key, long from, long to, Answer answer) {
        return add(new Call.Cancel(reason, false, key), from, to, answer);
    }

    Story cancelsIfQueued(String reason, long from, long to, Answer answer) {
        return add(new Call.Cancel(reason, true, null), from, to, answer);
    }

    Story retries(String key, long from, long to, Answer answer) {
        return add(new Call.Retry(key), from, to, answer);
    }

    Story retries(long from, long to, JobView view) {
        return retries(null, from, to, new Answer.Shown(view));
    }

    /** Nobody knows what came of the call. */
    Story unanswered(Call call, long from) {
        return add(call, from, Operation.NEVER, new Answer.Unknown());
    }

    Story finds(int http, String code, long from, long to) {
        return add(new Call.Retrieve(), from, to, new Answer.Refused(http, code, null));
    }

    JobHistory told() {
        return new JobHistory("job_told", paper, operations);
    }

    private Story add(Call call, long from, long to, Answer answer) {
        operations.add(new Operation(operations.size() + 1, operations.size() + 1, call, answer, from, to));
        return this;
    }
}
