/**
 * JSON Schemas that clients send. {@link dev.docket.endpoint.schema.ReadSchema} refuses what cannot be worked with and
 * turns the rest into a tree of what is wanted, references followed; {@link dev.docket.endpoint.schema.CheckInstance}
 * tells whether a result is valid. Both are bounded whatever the schema, and end when their thread is interrupted.
 */
package dev.docket.endpoint.schema;
