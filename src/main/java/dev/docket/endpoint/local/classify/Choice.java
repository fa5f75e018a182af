package dev.docket.endpoint.local.classify;

/**
 * The topic that a document was given.
 *
 * @param likelihood from 0 to 1: how much was seen for the topic, and how far it is ahead of the next
 */
record Choice(int topic, double likelihood, String reasoning) {}
