package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.local.label.Label;
import java.util.List;
import java.util.Map;

/**
 * A block of lines that tells who someone is and where to find them.
 *
 * @param group the object that its heading belongs to; {@link Label#NONE} when it has no heading
 * @param parts what was made out, by concept: name, street, postal code, city, country, email, phone, address, …
 */
record Party(Label group, Map<String, Bit> parts, List<Bit> lines) {}
