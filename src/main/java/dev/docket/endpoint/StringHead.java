package dev.docket.endpoint;

/**
 * The start of a string in a request.
 *
 * @param whole whether the string ends within it
 */
record StringHead(String text, boolean whole) {}
