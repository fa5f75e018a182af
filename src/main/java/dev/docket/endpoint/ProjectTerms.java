package dev.docket.endpoint;

import java.util.Map;

/**
 * The fields of an extract request that a project holds ready.
 *
 * @param fields the JSON text of each by its name; a request that has the field itself goes its own way
 */
public record ProjectTerms(Map<String, String> fields) {}
