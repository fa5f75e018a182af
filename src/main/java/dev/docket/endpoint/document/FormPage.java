package dev.docket.endpoint.document;

/**
 * A page of a PDF that is read to be filled in.
 *
 * @param page its text with the places of it
 * @param drawn what else there is
 */
public record FormPage(Page page, DrawnPage drawn) {}
