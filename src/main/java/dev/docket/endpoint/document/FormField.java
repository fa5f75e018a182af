package dev.docket.endpoint.document;

import java.util.List;

/**
 * One place of a PDF form where something can be filled in. A field with several places, as a group of radio buttons,
 * has one of these for each.
 *
 * @param name the full name of the field, its parts joined by dots
 * @param label what a reader is told of the field, or null
 * @param value what is filled in; of a check box {@code true} or {@code false}; empty when nothing is
 * @param option what this place stands for in a group of radio buttons, else null
 * @param options what can be chosen from, empty when anything can be written
 * @param page the page it stands on, from 1
 * @param box where it stands there
 */
public record FormField(
        String name, String label, Kind kind, String value, String option, List<String> options, int page, Box box) {
    /** How it is filled in. */
    public enum Kind {
        TEXT,
        CHECKBOX,
        RADIO,
        CHOICE
    }
}
