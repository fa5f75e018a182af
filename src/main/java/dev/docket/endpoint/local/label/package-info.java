/**
 * What labels mean, whatever language and spelling they come in. {@link dev.docket.endpoint.local.label.Label} is the
 * meaning of one, {@link dev.docket.endpoint.local.label.MatchLabels} tells how well one found on a document fits one
 * that is looked for. The words are in {@code concepts.txt}, which anyone can add to.
 */
package dev.docket.endpoint.local.label;
