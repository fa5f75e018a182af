package dev.docket.endpoint.local.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.endpoint.ParseJson;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.label.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads instructions that are a JSON object: its names are labels, those of objects in it go before their members'. */
final class ReadJson {
    private static final ParseJson JSON = ParseJson.asWritten(StreamReadConstraints.builder()
            .maxNestingDepth(50)
            .maxTokenCount(100_000)
            .build());

    private ReadJson() {}

    /** What the object asks for; empty when the text is no object. */
    static Optional<List<Wish>> read(String text) {
        String bare = text.strip();
        if (bare.startsWith("```")) {
            int open = bare.indexOf('{');
            int close = bare.lastIndexOf('}');
            bare = open >= 0 && close > open ? bare.substring(open, close + 1) : bare;
        }
        if (!bare.startsWith("{") && !bare.startsWith("[")) {
            return Optional.empty();
        }
        try {
            List<Wish> wishes = new ArrayList<>();
            add("", JSON.tree(bare), wishes);
            return Optional.of(wishes);
        } catch (JsonProcessingException none) {
            return Optional.empty();
        }
    }

    private static void add(String path, JsonNode node, List<Wish> wishes) {
        WorkStopped.check();
        if (node.isObject()) {
            node.fields().forEachRemaining(member -> add(under(path, member.getKey()), member.getValue(), wishes));
        } else if (node.isArray()) {
            array(path, node, wishes);
        } else if (node.isNull()) {
            wishes.add(new Wish(Wish.Act.LEAVE, path, ""));
        } else if (node.isBoolean()) {
            wishes.add(new Wish(node.booleanValue() ? Wish.Act.TICK : Wish.Act.UNTICK, path, ""));
        } else {
            wishes.add(new Wish(Wish.Act.WRITE, path, node.asText()));
        }
    }

    /** Objects come one after the other under the same name, as the rows of a table do; scalars are one list. */
    private static void array(String path, JsonNode node, List<Wish> wishes) {
        List<String> scalars = new ArrayList<>();
        for (JsonNode each : node) {
            if (each.isContainerNode()) {
                add(path, each, wishes);
            } else if (!each.isNull()) {
                scalars.add(each.asText());
            }
        }
        if (!scalars.isEmpty()) {
            wishes.add(new Wish(Wish.Act.WRITE, path, String.join(", ", scalars)));
        }
    }

    /** A name as it is keeps its chance to be the very key of a place. */
    private static String under(String path, String name) {
        return path.isEmpty() ? name : path + " " + String.join(" ", Words.ofName(name));
    }
}
