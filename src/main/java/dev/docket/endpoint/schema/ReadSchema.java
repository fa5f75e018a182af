package dev.docket.endpoint.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.endpoint.document.WorkStopped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns a schema into what it wants. References are followed, those that lead back to themselves a few times. */
public final class ReadSchema {
    /** Values that a schema may ask for, references followed. */
    public static final int MOST_VALUES = 5000;

    /** Levels of objects and arrays that it may have. */
    public static final int DEEPEST = 32;

    /** How often a reference may lead to itself on the way to one value. */
    private static final int MOST_ROUNDS = 3;

    private static final JsonNode ANYTHING = JsonNodeFactory.instance.booleanNode(true);

    private final SchemaRoot root;
    private int values;

    private ReadSchema(SchemaRoot root) {
        this.root = root;
    }

    /**
     * Reads a schema that wants an object.
     *
     * @throws DocumentRefused with the code {@code schema_invalid} and the place in {@code details.path}
     */
    public static WantedSchema read(JsonNode schema) {
        if (!schema.isObject()) {
            throw SchemaInvalid.at("", "is not an object.");
        }
        SchemaRoot root = new SchemaRoot(schema);
        Wanted wanted = new ReadSchema(root).read(List.of(new MergedSchema.Part(schema, "")), Map.of(), 0);
        return new WantedSchema(wanted, root);
    }

    private Wanted read(List<MergedSchema.Part> parts, Map<String, Integer> above, int depth) {
        return read(parts, above, depth, Set.of(), false);
    }

    /**
     * @param above how often each reference was followed on the way here
     * @param decided choices of which an alternative is among the parts
     * @param orNull whether another alternative of them is null
     */
    private Wanted read(
            List<MergedSchema.Part> parts, Map<String, Integer> above, int depth, Set<String> decided, boolean orNull) {
        WorkStopped.check();
        if (++values > MOST_VALUES) {
            throw SchemaInvalid.at("", "asks for more than " + MOST_VALUES + " values, its references followed.");
        }
        if (depth > DEEPEST) {
            throw SchemaInvalid.at(parts.get(0).path(), "is more than " + DEEPEST + " levels deep.");
        }
        MergedSchema merged = new MergedSchema(root, decided);
        parts.forEach(part -> merged.add(part.schema(), part.path()));
        Map<String, Integer> rounds = new HashMap<>(above);
        merged.followed.forEach(name -> rounds.merge(name, 1, Integer::sum));
        boolean nullable = orNull || new Rule(root, merged.parts).accepts(NullNode.instance);
        if (rounds.values().stream().anyMatch(times -> times > MOST_ROUNDS)) {
            return new Wanted.Nothing(merged.note, nullable);
        }
        if (merged.choice != null) {
            List<Wanted> alternatives = alternatives(parts, merged.choice, above, depth, decided, nullable);
            return one(merged, nullable, alternatives);
        }
        return one(merged, nullable, ofType(merged, nullable, rounds, depth));
    }

    private static Wanted one(MergedSchema merged, boolean nullable, List<Wanted> alternatives) {
        return switch (alternatives.size()) {
            case 0 -> new Wanted.Nothing(merged.note, nullable);
            case 1 -> alternatives.get(0);
            default -> new Wanted.Either(merged.note, nullable, alternatives);
        };
    }

    /** Each alternative together with what stands around all of them. */
    private List<Wanted> alternatives(
            List<MergedSchema.Part> around,
            MergedSchema.Choice choice,
            Map<String, Integer> above,
            int depth,
            Set<String> decided,
            boolean nullable) {
        Set<String> now = new HashSet<>(decided);
        now.add(choice.path());
        List<Wanted> alternatives = new ArrayList<>();
        for (int at = 0; at < choice.alternatives().size(); at++) {
            JsonNode alternative = choice.alternatives().get(at);
            if (!"null".equals(alternative.path("type").textValue())) {
                List<MergedSchema.Part> parts = new ArrayList<>(around);
                parts.add(new MergedSchema.Part(alternative, choice.path() + "/" + at));
                alternatives.add(read(parts, above, depth + 1, now, nullable));
            }
        }
        return alternatives;
    }

    private List<Wanted> ofType(MergedSchema merged, boolean nullable, Map<String, Integer> rounds, int depth) {
        Rule rule = new Rule(root, List.copyOf(merged.parts));
        Set<String> types = merged.types == null ? ReadTypes.guess(merged) : merged.types;
        List<Wanted> all = new ArrayList<>();
        if (types.contains("object")) {
            all.add(fields(merged, nullable, rule, rounds, depth));
        }
        if (types.contains("array")) {
            all.add(entries(merged, nullable, rule, rounds, depth));
        }
        EnumSet<Wanted.Kind> kinds = ReadTypes.scalars(types);
        if (!kinds.isEmpty()) {
            all.add(new Wanted.Scalar(merged.note, nullable, kinds, merged.format, ReadTypes.choices(merged), rule));
        }
        return all;
    }

    private Wanted fields(MergedSchema merged, boolean nullable, Rule rule, Map<String, Integer> rounds, int depth) {
        List<Wanted.Property> properties = new ArrayList<>();
        merged.properties.forEach((name, parts) -> properties.add(
                new Wanted.Property(name, read(parts, rounds, depth + 1), merged.required.contains(name))));
        Wanted others = null;
        if (properties.isEmpty()) {
            MergedSchema.Part any = new MergedSchema.Part(ANYTHING, "");
            boolean none = merged.others != null
                    && merged.others.schema().isBoolean()
                    && !merged.others.schema().booleanValue();
            others = none ? null : read(List.of(merged.others == null ? any : merged.others), rounds, depth + 1);
        }
        return new Wanted.Fields(merged.note, nullable, List.copyOf(properties), others, rule);
    }

    private Wanted entries(MergedSchema merged, boolean nullable, Rule rule, Map<String, Integer> rounds, int depth) {
        Wanted entry;
        if (merged.tuple) {
            entry = new Wanted.Nothing(Note.NONE, false);
        } else if (merged.items.isEmpty()) {
            entry = read(List.of(new MergedSchema.Part(ANYTHING, "")), rounds, depth + 1);
        } else {
            entry = read(merged.items, rounds, depth + 1);
        }
        JsonNode least = rule.bound("minItems");
        JsonNode most = rule.bound("maxItems");
        return new Wanted.Entries(
                merged.note,
                nullable,
                entry,
                least == null ? 0 : least.asLong(),
                most == null ? Long.MAX_VALUE : most.asLong(),
                rule);
    }
}
