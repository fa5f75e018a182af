/**
 * The reading of documents, once for whatever is done with them. {@link dev.docket.endpoint.document.ReadAnyDocument}
 * turns a {@link dev.docket.endpoint.document.SentDocument} into a {@link dev.docket.endpoint.document.ReadDocument}:
 * pages of blocks in reading order, of lines with phrases and words where they stand, and of form fields. All of that
 * are records; nothing in them is computed a second time but what says so.
 *
 * <p>Reading is bounded by {@link dev.docket.endpoint.document.DocumentLimits}. It ends with a
 * {@link dev.docket.endpoint.document.DocumentRefused} when the document is to blame, and with a
 * {@link dev.docket.endpoint.document.WorkStopped} soon after its thread was interrupted; long loops over what was read
 * ask {@link dev.docket.endpoint.document.WorkStopped#check} too.
 */
package dev.docket.endpoint.document;
