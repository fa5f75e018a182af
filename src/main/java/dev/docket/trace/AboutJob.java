package dev.docket.trace;

import dev.docket.job.JobId;
import java.util.concurrent.Callable;
import org.jboss.logging.MDC;

/** Gives what is logged the fields that say which job it is about: {@code jobId}, {@code organizationId}. */
public final class AboutJob {
    private static final String JOB = "jobId";
    private static final String ORGANIZATION = "organizationId";

    private AboutJob() {}

    /** Logs lines about a job. */
    public static void log(String organization, JobId job, Runnable lines) {
        OwnContext.run(() -> {
            Object jobBefore = MDC.get(JOB);
            Object organizationBefore = MDC.get(ORGANIZATION);
            MDC.put(JOB, job.value());
            MDC.put(ORGANIZATION, organization);
            try {
                lines.run();
            } finally {
                restore(JOB, jobBefore);
                restore(ORGANIZATION, organizationBefore);
            }
        });
    }

    /** Does a step for a job on a thread that works for nothing else, and answers with what that does. */
    public static <T> T call(String organization, JobId job, Callable<T> step) throws Exception {
        callOf(organization);
        callFor(job);
        try {
            return step.call();
        } finally {
            MDC.remove(JOB);
            MDC.remove(ORGANIZATION);
        }
    }

    /** All that is logged on behalf of the present call is about jobs of this organization. */
    public static void callOf(String organization) {
        MDC.put(ORGANIZATION, organization);
    }

    /** All that is logged on behalf of the present call is about this job. */
    public static void callFor(JobId job) {
        MDC.put(JOB, job.value());
    }

    private static void restore(String field, Object before) {
        if (before == null) {
            MDC.remove(field);
        } else {
            MDC.put(field, before);
        }
    }
}
