package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.document.Place;
import java.util.List;

/**
 * A place of a form where something can be filled in.
 *
 * @param key tells it from the others of the form
 * @param description what a reader sees beside it
 * @param group what a reader sees beside the boxes it is one of; empty when there is no such thing
 * @param names all that it may be called in instructions; the description is one of them
 * @param checkbox whether it is ticked and not written into
 * @param locked whether it may be looked at only
 * @param value what is in it, null when nothing is
 * @param page from 1
 * @param place as a viewer shows the page
 * @param options what can be chosen from, empty when anything can be written
 */
record Spot(
        String key,
        String description,
        String group,
        List<String> names,
        boolean checkbox,
        boolean locked,
        String value,
        int page,
        Place place,
        List<String> options,
        Target target) {
    Spot named(String newKey) {
        return new Spot(newKey, description, group, names, checkbox, locked, value, page, place, options, target);
    }

    Spot with(String newValue) {
        return new Spot(key, description, group, names, checkbox, locked, newValue, page, place, options, target);
    }
}
