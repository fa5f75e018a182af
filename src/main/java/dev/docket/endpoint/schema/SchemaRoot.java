package dev.docket.endpoint.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.endpoint.document.WorkStopped;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A schema as it was sent, and what its references and expressions mean. */
public final class SchemaRoot {
    private final JsonNode root;
    private final Map<String, JsonNode> named = new HashMap<>();
    private final AtomicLong looks = new AtomicLong();
    private final Map<String, SafePattern> patterns = new HashMap<>();
    private final Map<JsonNode, Set<String>> enumerations = new IdentityHashMap<>();

    SchemaRoot(JsonNode root) {
        this.root = root;
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            WorkStopped.check();
            JsonNode node = open.pop();
            name(node, "$anchor", "#");
            name(node, "$dynamicAnchor", "#");
            name(node, "$id", "");
            node.forEach(open::push);
        }
    }

    JsonNode node() {
        return root;
    }

    /** What a reference stands for, null when that is not in this schema. */
    JsonNode resolve(String reference) {
        if (reference.equals("#")) {
            return root;
        }
        JsonNode anchored = named.get(reference);
        if (anchored != null) {
            return anchored;
        }
        if (!reference.startsWith("#/")) {
            return null;
        }
        try {
            String pointer = URLDecoder.decode(reference.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
            JsonNode node = root.at(JsonPointer.compile(pointer));
            return node.isMissingNode() ? null : node;
        } catch (IllegalArgumentException noPointer) {
            return null;
        }
    }

    /** Null when it cannot be read. */
    SafePattern pattern(String expression) {
        return patterns.computeIfAbsent(expression, each -> SafePattern.of(each, looks));
    }

    /** Whether an enumeration has a value; it is put in order once, as it may be long and asked often. */
    boolean isAmong(JsonNode enumeration, JsonNode value) {
        return enumerations.computeIfAbsent(enumeration, SchemaRoot::spellings).contains(OneSpelling.of(value));
    }

    private static Set<String> spellings(JsonNode enumeration) {
        Set<String> spellings = new HashSet<>();
        for (JsonNode each : enumeration) {
            WorkStopped.check();
            spellings.add(OneSpelling.of(each));
        }
        return spellings;
    }

    private void name(JsonNode node, String keyword, String prefix) {
        JsonNode name = node.get(keyword);
        if (name != null && name.isTextual()) {
            named.putIfAbsent(prefix + name.textValue(), node);
        }
    }
}
