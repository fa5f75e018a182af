package dev.docket.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** A client that creates jobs, looks at them, cancels and retries some; it does one thing at a time. */
final class ChaosClient {
    private static final int MOST_LIVE = 10;
    private static final String JOBS = "/v1/jobs";

    private final Fleet fleet;
    private final Consumer<String> complaints;
    private final RandomGenerator random;
    private final List<JobStory> jobs = new ArrayList<>();
    private volatile ChaosCall pending;
    private volatile boolean closing;

    ChaosClient(Fleet fleet, Consumer<String> complaints, long seed) {
        this.fleet = fleet;
        this.complaints = complaints;
        this.random = new java.util.SplittableRandom(seed);
    }

    /** Makes a call, or makes the one again whose answer it does not know. */
    void step() {
        if (pending == null && !closing) {
            pending = next();
        }
        if (pending != null) {
            fleet.any().flatMap(pending::send).ifPresent(this::answered);
        }
    }

    /** From now on nothing new is begun. */
    void close() {
        closing = true;
    }

    /** Whether every call it made was answered. */
    boolean isDone() {
        return closing && pending == null;
    }

    /** What it knows of its jobs; once it is done. */
    List<JobStory> jobs() {
        return jobs;
    }

    private void answered(ChaosCall.Answer answer) {
        ChaosCall call = pending;
        pending = null;
        if (answer.status() >= 500) {
            complaints.accept(call.method() + " " + call.path() + " was answered " + answer);
        }
        call.then().accept(answer);
    }

    private ChaosCall next() {
        int chance = random.nextInt(100);
        Optional<ChaosCall> wish = Optional.empty();
        if (chance < 35) {
            wish = live() < MOST_LIVE ? Optional.of(create()) : Optional.empty();
        } else if (chance < 45) {
            wish = newest().map(this::cancel);
        } else if (chance < 50) {
            wish = any(JobStory::isRetryable).map(this::retry);
        } else if (chance < 85) {
            wish = any(job -> !job.isOver()).map(this::look);
        }
        return wish.or(() -> any(job -> true).map(this::look)).orElseGet(this::create);
    }

    private ChaosCall create() {
        return ChaosCall.post(
                JOBS + "?include_request=false", Documents.shortText("note " + random.nextLong()), answer -> {
                    if (answer.isOkay()) {
                        jobs.add(new JobStory(answer.body().getString("id"), complaints));
                    } else {
                        complaints.accept("a create was answered " + answer);
                    }
                });
    }

    private ChaosCall cancel(JobStory job) {
        return ChaosCall.post(JOBS + "/" + job.id() + "/cancel", "{\"reason\":\"chaos\"}", answer -> {
            if (answer.isOkay()) {
                job.cancelled(answer.body());
            } else {
                job.saw(stateInRefusal(answer));
            }
        });
    }

    private ChaosCall retry(JobStory job) {
        return ChaosCall.post(JOBS + "/" + job.id() + "/retry", "", answer -> {
            if (answer.isOkay()) {
                job.retried(answer.body());
            } else {
                complaints.accept("the retry of " + job.id() + " was answered " + answer);
            }
        });
    }

    private ChaosCall look(JobStory job) {
        return ChaosCall.get(JOBS + "/" + job.id() + "/status", answer -> {
            if (answer.isOkay()) {
                job.saw(answer.body().getString("status"));
            } else {
                complaints.accept("a look at " + job.id() + " was answered " + answer);
            }
        });
    }

    /** A refused cancel says in which state the job is; nothing else can be the reason here. */
    private static String stateInRefusal(ChaosCall.Answer answer) {
        return answer.body().getJsonObject("detail").getJsonObject("details").getString("status");
    }

    private long live() {
        return jobs.stream().filter(job -> !job.isOver()).count();
    }

    /** Most likely to be still alive. */
    private Optional<JobStory> newest() {
        return jobs.isEmpty()
                ? Optional.empty()
                : Optional.of(jobs.get(jobs.size() - 1)).filter(job -> !job.isOver());
    }

    private Optional<JobStory> any(Predicate<JobStory> wanted) {
        List<JobStory> found = jobs.stream().filter(wanted).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(random.nextInt(found.size())));
    }
}
