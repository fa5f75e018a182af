/**
 * What a piece of text says: a number, a date, a yes. All spellings of the languages known are read side by side; what
 * only the document as a whole can tell, such as which of two signs parts the decimals, comes in a
 * {@link dev.docket.endpoint.local.value.Spelling}. Every pattern takes time in proportion to the text.
 */
package dev.docket.endpoint.local.value;
