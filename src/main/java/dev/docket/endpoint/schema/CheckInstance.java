package dev.docket.endpoint.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.endpoint.document.WorkStopped;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks a value against a schema of the drafts 4 to 2020-12. Not looked at are {@code format}, which only annotates,
 * {@code unevaluatedProperties} and {@code unevaluatedItems}.
 */
public final class CheckInstance {
    /** Parts of a schema that may be held against a value; beyond them no schema can keep a worker. */
    private static final int STEPS = 100_000;

    /** How many more for each part of the value. */
    private static final int STEPS_A_PART = 100;

    private static final int DEEPEST = 200;
    private static final int MOST_FAULTS = 100;

    private final SchemaRoot root;
    private List<SchemaFault> faults = new ArrayList<>();
    private long stepsLeft;

    private CheckInstance(SchemaRoot root, JsonNode value) {
        this.root = root;
        stepsLeft = STEPS + STEPS_A_PART * parts(value);
    }

    /** Everything that is wrong with the value, up to a hundred faults. */
    public static List<SchemaFault> check(SchemaRoot schema, JsonNode value) {
        CheckInstance check = new CheckInstance(schema, value);
        check.check(schema.node(), value, "", 0);
        return check.faults;
    }

    /** Whether a value is valid by one part of a schema. */
    static boolean accepts(SchemaRoot schema, JsonNode part, JsonNode value) {
        CheckInstance check = new CheckInstance(schema, value);
        check.check(part, value, "", 0);
        return check.faults.isEmpty();
    }

    SchemaRoot root() {
        return root;
    }

    void check(JsonNode schema, JsonNode value, String path, int depth) {
        WorkStopped.check();
        if (schema.isBoolean()) {
            if (!schema.booleanValue()) {
                fault(path, "false");
            }
            return;
        }
        if (--stepsLeft < 0 || depth > DEEPEST) {
            fault(path, "limit");
            return;
        }
        reference(schema, "$ref", value, path, depth);
        reference(schema, "$dynamicRef", value, path, depth);
        CheckScalar.check(this, schema, value, path);
        if (value.isObject()) {
            CheckObject.check(this, schema, value, path, depth);
        } else if (value.isArray()) {
            CheckArray.check(this, schema, value, path, depth);
        }
        combined(schema, value, path, depth);
    }

    /** Whether the value is valid by the schema, without a word about why not. */
    boolean accepts(JsonNode schema, JsonNode value, int depth) {
        List<SchemaFault> kept = faults;
        faults = new ArrayList<>();
        check(schema, value, "", depth + 1);
        boolean valid = faults.isEmpty();
        faults = kept;
        return valid;
    }

    void fault(String path, String keyword) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new SchemaFault(path, keyword));
        }
    }

    private static long parts(JsonNode value) {
        long parts = 1;
        for (JsonNode each : value) {
            parts += parts(each);
        }
        return parts;
    }

    private void reference(JsonNode schema, String keyword, JsonNode value, String path, int depth) {
        JsonNode reference = schema.get(keyword);
        if (reference != null && reference.isTextual()) {
            JsonNode target = root.resolve(reference.textValue());
            if (target == null) {
                fault(path, keyword);
            } else {
                check(target, value, path, depth + 1);
            }
        }
    }

    private void combined(JsonNode schema, JsonNode value, String path, int depth) {
        for (JsonNode each : schema.path("allOf")) {
            check(each, value, path, depth + 1);
        }
        if (schema.path("anyOf").isArray() && count(schema.get("anyOf"), value, depth, 1) == 0) {
            fault(path, "anyOf");
        }
        if (schema.path("oneOf").isArray() && count(schema.get("oneOf"), value, depth, 2) != 1) {
            fault(path, "oneOf");
        }
        if (schema.has("not") && accepts(schema.get("not"), value, depth)) {
            fault(path, "not");
        }
        if (schema.has("if")) {
            String branch = accepts(schema.get("if"), value, depth) ? "then" : "else";
            if (schema.has(branch)) {
                check(schema.get(branch), value, path, depth + 1);
            }
        }
    }

    private int count(JsonNode schemas, JsonNode value, int depth, int enough) {
        int count = 0;
        for (JsonNode schema : schemas) {
            count += count < enough && accepts(schema, value, depth) ? 1 : 0;
        }
        return count;
    }
}
