package dev.docket.job;

import java.util.Locale;

/** The published codes of a failed job's {@code error.code}, with what each tells its owner. */
public enum ErrorCode {
    /** The document cannot be opened without a password. */
    DOCUMENT_ENCRYPTED,
    /** The bytes are of the type they claim, but broken beyond reading. */
    DOCUMENT_DAMAGED,
    /** There is nothing in the document: no bytes, no pages or no text at all. */
    DOCUMENT_EMPTY,
    /** Docket does not read this type of file. */
    DOCUMENT_TYPE_UNSUPPORTED,
    /** The bytes are not of the type that the data URL or the filename names. */
    DOCUMENT_TYPE_MISMATCH,
    /** The document is over a limit on bytes, pages, decompressed size, depth or memory. */
    DOCUMENT_TOO_LARGE,
    /** The document is an image or a scan without a text layer, and no OCR engine is available. */
    DOCUMENT_HAS_NO_TEXT_LAYER,
    /** The OCR engine broke off or took too long at an image or a scan. */
    OCR_FAILED,
    /** The data URL of the document cannot be decoded. */
    DOCUMENT_URL_INVALID,
    /** The JSON Schema of the request cannot be worked with; {@code details.path} says where. */
    SCHEMA_INVALID,
    /** The document lacks values that the schema requires; {@code details.missing} lists them. */
    EXTRACTION_INCOMPLETE,
    /** A value is too long for its place in the form, or has characters that no font at hand can draw. */
    TEXT_NOT_DRAWABLE,
    /** The organization has no template of the id that the request names. */
    TEMPLATE_NOT_FOUND,
    /** The URL of the document, or one that it is redirected to, is not one that this service fetches. */
    DOCUMENT_FETCH_REFUSED,
    /** The document could not be had from its URL; {@code details} has the host, and the status if it answered. */
    DOCUMENT_FETCH_FAILED,
    /** No processor is configured for the endpoint of this job. */
    PROCESSOR_NOT_CONFIGURED,
    /** The processor failed in a way it did not foresee; the service's log has more under the job's id. */
    PROCESSOR_FAILED,
    /** The work took longer than the execution limit. */
    EXECUTION_TIMEOUT,
    /** The work did not begin within the queue limit. */
    QUEUE_TIMEOUT,
    /** Every allowed attempt ended without an outcome, usually because the executors running it died. */
    ATTEMPTS_EXHAUSTED,
    /** The upstream service refused the request; {@code details} has its status and what it said. */
    UPSTREAM_REJECTED,
    /** The upstream service could not be reached, broke off, or said that it cannot answer right now. */
    UPSTREAM_UNAVAILABLE,
    /** The upstream service did not answer within its time. */
    UPSTREAM_TIMEOUT,
    /** The answer of the upstream service is not one JSON object. */
    UPSTREAM_ANSWER_INVALID,
    /** The answer of the upstream service is over the limit on its size. */
    UPSTREAM_ANSWER_TOO_LARGE,
    /** The model refused to answer, or its service held the answer back. */
    MODEL_REFUSED,
    /** The model's answer does not fit what was asked for, even after it was told; {@code details.errors} says how. */
    MODEL_ANSWER_INVALID,
    /** The model reached its limit on tokens before its answer was complete. */
    MODEL_ANSWER_CUT_OFF,
    /**
     * The executor that ran the job stopped renewing its lease. Seen in {@code last_failure_code} only, of a job that
     * has an attempt left; without one the job fails with {@link #ATTEMPTS_EXHAUSTED}.
     */
    EXECUTOR_LOST,
    /** The project that the request names was deleted before the work began. */
    PROJECT_NOT_FOUND,
    /** The request does not fit the model of its endpoint. */
    REQUEST_INVALID;

    /** The code on the wire, for example {@code document_encrypted}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
