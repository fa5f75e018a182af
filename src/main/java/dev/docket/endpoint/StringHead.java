package dev.docket.endpoint;

/**
 * The start of a string in a request.
 *
 * @param whole whether the string ends within it
 * @param bytes how many bytes of the request it was read from, without the quotation marks
 */
record StringHead(String text, boolean whole, int bytes) {}
