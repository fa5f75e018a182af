package extract;

import com.fasterxml.jackson.databind.JsonNode;

/** A document that was made, the schema to extract it by, and what is truly in it. */
record Sample(String kind, String layout, String filename, byte[] bytes, JsonNode schema, JsonNode truth) {}
