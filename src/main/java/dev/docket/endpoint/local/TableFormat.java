package dev.docket.endpoint.local;

import java.util.Locale;
import java.util.Optional;

/** How tables are written into a page's text. */
enum TableFormat {
    HTML,
    MARKDOWN,
    YAML,
    JSON;

    static Optional<TableFormat> ofWire(String wire) {
        for (TableFormat format : values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(wire)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
