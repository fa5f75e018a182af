package dev.docket.store;

import dev.docket.job.BodyRef;
import dev.docket.job.JobError;
import dev.docket.job.JobStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The ends of runs as the arrays that one statement on all of them takes. */
final class SettleArrays {
    private SettleArrays() {}

    /** The bucket is that of an answer whose chunks are written already, else null. */
    static Tuple of(List<Settlement> ends, Integer bucket) {
        int count = ends.size();
        String[] verdicts = new String[count];
        Integer[] statuses = new Integer[count];
        Integer[] sizes = new Integer[count];
        Integer[] buckets = new Integer[count];
        JobError[] errors = new JobError[count];
        Double[] delays = new Double[count];
        Double[] patiences = new Double[count];
        Integer[] attempts = new Integer[count];
        Buffer[] bodies = new Buffer[count];
        BodyRef[] resolved = new BodyRef[count];
        for (int i = 0; i < count; i++) {
            Verdict verdict = ends.get(i).verdict();
            if (verdict instanceof Verdict.Complete complete) {
                verdicts[i] = JobStatus.COMPLETED.wire();
                statuses[i] = complete.statusCode();
                sizes[i] = complete.body().length();
                buckets[i] = bucket;
                bodies[i] = bucket == null ? BodyChunks.chunk(complete.body(), 0) : null;
            } else if (verdict instanceof Verdict.CompleteStored stored) {
                verdicts[i] = JobStatus.COMPLETED.wire();
                statuses[i] = stored.statusCode();
                sizes[i] = stored.body().length();
                buckets[i] = stored.body().bucket();
            } else if (verdict instanceof Verdict.Fail fail) {
                verdicts[i] = JobStatus.FAILED.wire();
                errors[i] = fail.error();
            } else if (verdict instanceof Verdict.Again again) {
                verdicts[i] = "again";
                errors[i] = again.error();
                delays[i] = Seconds.of(again.delay());
                patiences[i] = Seconds.of(again.patience());
            } else if (verdict instanceof Verdict.Validated validated) {
                verdicts[i] = JobStatus.QUEUED.wire();
                attempts[i] = validated.attempts();
                resolved[i] = validated.resolved();
            }
        }
        return RunArrays.of(ends.stream().map(Settlement::run).toList())
                .addArrayOfString(verdicts)
                .addArrayOfInteger(statuses)
                .addArrayOfInteger(sizes)
                .addArrayOfInteger(buckets)
                .addArrayOfString(texts(errors, JobError::code))
                .addArrayOfString(texts(errors, JobError::message))
                .addArrayOfString(texts(errors, SettleArrays::details))
                .addArrayOfDouble(delays)
                .addArrayOfDouble(patiences)
                .addArrayOfInteger(attempts)
                .addValue(bodies)
                .addArrayOfInteger(numbers(resolved, BodyRef::bucket))
                .addArrayOfInteger(numbers(resolved, BodyRef::length))
                .addArrayOfInteger(numbers(resolved, BodyRef::claim));
    }

    private static String[] texts(JobError[] errors, Function<JobError, String> text) {
        String[] texts = new String[errors.length];
        for (int i = 0; i < errors.length; i++) {
            texts[i] = errors[i] == null ? null : text.apply(errors[i]);
        }
        return texts;
    }

    private static Integer[] numbers(BodyRef[] refs, Function<BodyRef, Integer> number) {
        return Stream.of(refs)
                .map(ref -> ref == null ? null : number.apply(ref))
                .toArray(Integer[]::new);
    }

    private static String details(JobError error) {
        return error.details() == null ? null : new JsonObject(error.details()).encode();
    }
}
