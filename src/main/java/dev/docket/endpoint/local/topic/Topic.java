package dev.docket.endpoint.local.topic;

/** A class that a document, or a part of one, may belong to. */
public record Topic(String name, String description) {}
