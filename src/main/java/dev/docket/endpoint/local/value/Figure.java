package dev.docket.endpoint.local.value;

import java.math.BigDecimal;

/**
 * A number that was read.
 *
 * @param currency the ISO code of the money it counts, or null
 * @param percent whether it counts hundredths
 * @param rest how many letters and digits of the text are neither the number nor its currency or unit
 * @param start where its digits begin in the text
 * @param end where they end there
 */
public record Figure(BigDecimal value, String currency, boolean percent, int rest, int start, int end) {}
