package dev.docket.template;

/**
 * A template that is to be stored.
 *
 * @param document the bytes of a PDF
 * @param fields the text of a JSON array
 * @param fieldCount how many they are
 */
public record NewTemplate(String name, String filename, byte[] document, String fields, int fieldCount) {}
