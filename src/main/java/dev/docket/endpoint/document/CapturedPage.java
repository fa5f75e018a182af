package dev.docket.endpoint.document;

import java.util.List;

/**
 * What a PDF page draws, as far as text goes.
 *
 * @param upright the glyphs of the direction most of the page is written in
 * @param turned the glyphs of each other direction, every list upright in its own way
 * @param rulings the lines, upright like the first list
 * @param fields the places of a form, upright like the first list
 * @param frame what turned it upright
 */
record CapturedPage(
        List<Glyph> upright, List<List<Glyph>> turned, List<Ruling> rulings, List<FormField> fields, Upright frame) {}
