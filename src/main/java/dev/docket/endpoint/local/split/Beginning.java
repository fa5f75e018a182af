package dev.docket.endpoint.local.split;

/**
 * How much speaks for a page being the first of a document rather than going on with the page before.
 *
 * @param weight above 0 when more speaks for it than against
 * @param reason what spoke most for it, in words; empty when nothing did
 */
record Beginning(double weight, String reason) {}
