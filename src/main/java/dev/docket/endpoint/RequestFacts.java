package dev.docket.endpoint;

import java.util.List;

/**
 * What the list filters by, taken from a request when the job is made.
 *
 * @param model {@code request.model}, or null
 * @param projectId {@code request.project_id}, or null
 * @param filenames {@code request.document.filename} and those of {@code request.documents}, in order
 * @param documentTypes the file types of the filenames, lower case, without duplicates
 */
public record RequestFacts(String model, String projectId, List<String> filenames, List<String> documentTypes) {}
