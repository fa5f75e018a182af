/**
 * What a page is about, among topics that a request names and describes. Words of five languages that mean the same
 * count as the same; which words tell of which kind of document is known from a list.
 */
package dev.docket.endpoint.local.topic;
