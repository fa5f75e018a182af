package dev.docket.project;

/**
 * What is extracted, and with what.
 *
 * @param schema a JSON Schema, as text
 * @param inference the settings that were given, as the text of a JSON object
 */
public record Settings(String schema, String inference) {}
