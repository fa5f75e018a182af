package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.local.label.Concepts;
import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.schema.Note;
import dev.docket.endpoint.schema.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists what a schema asks for: single values, arrays, and the objects they are grouped in. */
final class CollectTargets {
    /**
     * An array that is asked for.
     *
     * @param names as of a {@link Target}
     */
    record ListTarget(String path, Wanted.Entries wanted, List<Target.Name> names, Label around) {}

    private static final double HEADING = 0.78;

    private final List<Target> targets = new ArrayList<>();
    private final List<ListTarget> lists = new ArrayList<>();
    private final Map<Label, Label> groups = new LinkedHashMap<>();

    /** Takes everything that an object or a value asks for, but not what stands in arrays. */
    static CollectTargets of(Wanted wanted, String path, String name, Label around) {
        CollectTargets collect = new CollectTargets();
        collect.add(wanted, path, name, around, wanted.note());
        return collect;
    }

    List<Target> targets() {
        return targets;
    }

    List<ListTarget> lists() {
        return lists;
    }

    /** What the headings above the values of an object may mean, with what the object itself is called. */
    Map<Label, Label> groups() {
        return groups;
    }

    private void add(Wanted wanted, String path, String name, Label around, Note note) {
        if (wanted instanceof Wanted.Fields fields) {
            fields(fields, path, name, around, note);
        } else if (wanted instanceof Wanted.Entries entries) {
            lists.add(new ListTarget(path, entries, NameProperty.names(name, note, around), around));
        } else if (wanted instanceof Wanted.Scalar scalar) {
            scalar(scalar, path, name, around, note);
        } else if (wanted instanceof Wanted.Either either) {
            int at = 0;
            for (Wanted alternative : either.alternatives()) {
                add(alternative, path + "|" + at++, name, around, note);
            }
        }
    }

    private void fields(Wanted.Fields fields, String path, String name, Label around, Note note) {
        Label inside = around;
        if (!name.isEmpty()) {
            List<Target.Name> names = NameProperty.names(name, note, Label.NONE);
            names.stream()
                    .filter(each -> each.weight() >= HEADING)
                    .forEach(each ->
                            groups.putIfAbsent(each.label(), names.get(0).label()));
            inside = around.and(names.get(0).label());
        }
        for (Wanted.Property property : fields.properties()) {
            Wanted wanted = property.wanted();
            add(wanted, path + "/" + property.name(), property.name(), inside, wanted.note());
        }
    }

    private void scalar(Wanted.Scalar scalar, String path, String name, Label around, Note note) {
        Target target = new Target(path, scalar, NameProperty.names(name, note, around), around);
        targets.add(target);
        target.own().concepts().stream()
                .filter(Concepts.KNOWN::isRole)
                .map(role -> new Label(Set.of(role)))
                .forEach(role -> {
                    groups.putIfAbsent(role, role);
                    Concepts.KNOWN.insteadOf(role).forEach(other -> groups.putIfAbsent(other, role));
                });
    }
}
