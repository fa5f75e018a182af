/**
 * Fetches documents that a request names by https URLs, and puts them in their place. A URL is a client's: what it leads
 * to is looked up here, judged, and connected to at the very address that was judged, anew at every redirect. What comes
 * back is bounded in bytes and in time, and goes on to the store piece by piece, so that what is held in memory does not
 * grow with the document.
 */
package dev.docket.endpoint.fetch;
