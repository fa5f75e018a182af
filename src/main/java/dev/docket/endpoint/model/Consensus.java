package dev.docket.endpoint.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.document.WorkStopped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What several votes agree on: each value is that of most of them, the earliest of those that are equally many, and its
 * likelihood the share of them that have it.
 *
 * @param likelihood shaped like the value
 */
record Consensus(JsonNode value, JsonNode likelihood) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The agreement; one whole vote when what is put together of several is not valid. */
    static Consensus of(List<JsonNode> votes, Predicate<JsonNode> valid) {
        Consensus agreed = agree(votes, votes.size());
        if (valid.test(agreed.value)) {
            return agreed;
        }
        Consensus best = null;
        double most = -1;
        for (JsonNode vote : votes) {
            Consensus whole = new Consensus(vote, support(vote, votes, votes.size()));
            double sum = sum(whole.likelihood);
            if (sum > most) {
                most = sum;
                best = whole;
            }
        }
        return best;
    }

    /** @param all how many votes there are, those that have nothing here included */
    private static Consensus agree(List<JsonNode> votes, int all) {
        WorkStopped.check();
        List<JsonNode> kind = mostOf(votes, Consensus::kind);
        JsonNode first = kind.get(0);
        if (first.isObject()) {
            return object(kind, all);
        }
        return first.isArray() ? array(kind, all) : single(kind, all);
    }

    private static Consensus object(List<JsonNode> votes, int all) {
        Set<String> names = new LinkedHashSet<>();
        votes.forEach(vote -> vote.fieldNames().forEachRemaining(names::add));
        ObjectNode value = JSON.objectNode();
        ObjectNode likelihood = JSON.objectNode();
        for (String name : names) {
            List<JsonNode> having = votes.stream()
                    .filter(vote -> vote.has(name))
                    .map(vote -> vote.get(name))
                    .toList();
            if (2 * having.size() >= votes.size()) {
                Consensus agreed = agree(having, all);
                value.set(name, agreed.value);
                likelihood.set(name, agreed.likelihood);
            }
        }
        return new Consensus(value, likelihood);
    }

    private static Consensus array(List<JsonNode> votes, int all) {
        int length = mostOf(votes, JsonNode::size).get(0).size();
        ArrayNode value = JSON.arrayNode();
        ArrayNode likelihood = JSON.arrayNode();
        for (int i = 0; i < length; i++) {
            int at = i;
            List<JsonNode> having = votes.stream()
                    .filter(vote -> vote.size() > at)
                    .map(vote -> vote.get(at))
                    .toList();
            Consensus agreed = agree(having, all);
            value.add(agreed.value);
            likelihood.add(agreed.likelihood);
        }
        return new Consensus(value, likelihood);
    }

    private static Consensus single(List<JsonNode> votes, int all) {
        List<JsonNode> same = mostOf(votes, Consensus::comparable);
        return new Consensus(same.get(0), share(same.size(), all));
    }

    /** How many votes share each part of one of them. */
    private static JsonNode support(JsonNode value, List<JsonNode> votes, int all) {
        if (value.isObject()) {
            ObjectNode likelihood = JSON.objectNode();
            value.properties()
                    .forEach(each -> likelihood.set(
                            each.getKey(),
                            support(
                                    each.getValue(),
                                    votes.stream()
                                            .map(vote -> vote.path(each.getKey()))
                                            .toList(),
                                    all)));
            return likelihood;
        }
        if (value.isArray()) {
            ArrayNode likelihood = JSON.arrayNode();
            for (int i = 0; i < value.size(); i++) {
                int at = i;
                likelihood.add(support(
                        value.get(i), votes.stream().map(vote -> vote.path(at)).toList(), all));
            }
            return likelihood;
        }
        Object wanted = comparable(value);
        long same =
                votes.stream().filter(vote -> comparable(vote).equals(wanted)).count();
        return share(same, all);
    }

    private static double sum(JsonNode likelihood) {
        double sum = likelihood.isNumber() ? likelihood.doubleValue() : 0;
        for (JsonNode part : likelihood) {
            sum += sum(part);
        }
        return sum;
    }

    private static JsonNode share(long same, int all) {
        return DoubleNode.valueOf(Math.round(100.0 * same / all) / 100.0);
    }

    private static <K> List<JsonNode> mostOf(List<JsonNode> votes, Function<JsonNode, K> key) {
        Map<K, List<JsonNode>> groups = new LinkedHashMap<>();
        votes.forEach(vote ->
                groups.computeIfAbsent(key.apply(vote), k -> new ArrayList<>()).add(vote));
        List<JsonNode> most = List.of();
        for (List<JsonNode> group : groups.values()) {
            most = group.size() > most.size() ? group : most;
        }
        return most;
    }

    private static String kind(JsonNode node) {
        return node.isObject() ? "object" : node.isArray() ? "array" : "single";
    }

    /** 1.0 and 1 are the same number, and white space makes no other text. */
    private static Object comparable(JsonNode node) {
        if (node.isNumber()) {
            return node.decimalValue().stripTrailingZeros();
        }
        return node.isTextual() ? node.textValue().strip().replaceAll("\\s+", " ") : node;
    }
}
