package dev.docket.endpoint.local;

import dev.docket.endpoint.document.Block;

/** Writes a table in one of the formats a client may ask for. */
sealed interface TableRenderer permits HtmlTables, MarkdownTables, JsonTables, YamlTables {
    /** Appends the table without a line break at its end. */
    void render(Block.Table table, StringBuilder out);

    static TableRenderer of(TableFormat format) {
        return switch (format) {
            case HTML -> new HtmlTables();
            case MARKDOWN -> new MarkdownTables();
            case JSON -> new JsonTables();
            case YAML -> new YamlTables();
        };
    }
}
