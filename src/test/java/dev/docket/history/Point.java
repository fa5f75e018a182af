package dev.docket.history;

/** One moment within a call at which it looked at the job, or looked and changed it. */
@FunctionalInterface
interface Point {
    /** The job after that moment; null when the call could not have been answered as it was from this state. */
    JobState through(JobState state);
}
