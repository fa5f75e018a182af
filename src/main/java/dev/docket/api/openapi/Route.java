package dev.docket.api.openapi;

import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/** The description of what the service does at one method of one path. */
record Route(HttpMethod method, String path, Operation operation) {}
