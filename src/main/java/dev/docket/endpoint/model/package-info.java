/**
 * Answers by a chat model that speaks the OpenAI protocol. A run has a thread of its own, which reads the document,
 * asks the model and checks what it answered; the calls themselves live on an event loop, where they can be cut off at
 * any moment, and the thread waits for them. An abort interrupts the thread, which cuts its calls off and ends.
 */
package dev.docket.endpoint.model;
