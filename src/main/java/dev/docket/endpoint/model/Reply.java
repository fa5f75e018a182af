package dev.docket.endpoint.model;

import dev.langchain4j.model.output.FinishReason;

/**
 * What the model answered.
 *
 * @param text empty when it said nothing
 * @param refusal why it will not answer, or null
 * @param finish why it stopped
 */
record Reply(String text, String refusal, FinishReason finish) {}
