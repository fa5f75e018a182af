package dev.docket.endpoint.schema;

/**
 * One thing that makes a value invalid.
 *
 * @param path where in the value, as a JSON pointer
 * @param keyword what of the schema it is against
 */
public record SchemaFault(String path, String keyword) {}
