package dev.docket.endpoint.document;

/** A word of a line. */
public record Word(String text, Box box) {}
