package dev.docket.endpoint.local;

import java.util.List;

/**
 * What a PDF page draws, as far as text goes.
 *
 * @param upright the glyphs of the direction most of the page is written in
 * @param turned the glyphs of each other direction, every list upright in its own way
 * @param rulings the lines, upright like the first list
 */
record CapturedPage(List<Glyph> upright, List<List<Glyph>> turned, List<Ruling> rulings) {}
