package dev.docket.endpoint.local.split;

import dev.docket.endpoint.local.label.Label;

/**
 * A value of a page with the label that stands with it.
 *
 * @param top where the label stands, from 0 at the top of the page to 1
 */
record LabelledValue(Label label, String value, double top) {}
