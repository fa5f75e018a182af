package dev.docket.endpoint.local;

import java.util.List;

/** A document after it was read once; what every local call works on. */
record ReadDocument(DocumentType type, List<Page> pages) {}
