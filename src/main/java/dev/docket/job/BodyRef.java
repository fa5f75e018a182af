package dev.docket.job;

/**
 * Where the bytes of a request or of an answer are stored. Bodies are written once and never change.
 *
 * @param bucket the time bucket that holds the rows
 * @param organization the owner of the job
 * @param job the job
 * @param claim 0 for the request, else the number of the claim whose run wrote the answer
 * @param length in bytes
 */
public record BodyRef(int bucket, String organization, JobId job, int claim, int length) {
    /** The size of the rows that a body is cut into, in bytes; the last row may be shorter. */
    public static final int CHUNK = 256 * 1024;
}
