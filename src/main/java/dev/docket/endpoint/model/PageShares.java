package dev.docket.endpoint.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Which pages belong to which part: what is wrong with a vote, and what several votes agree on. */
final class PageShares {
    private PageShares() {}

    /** One part of a vote. */
    private record Part(String name, List<Integer> pages, String partition) {}

    /**
     * A part of the answer.
     *
     * @param partitions its pages by the values that it is divided by; empty when it is not
     * @param likelihood the share of the votes that its pages have on average, or null when there was one vote
     * @param votes what each vote gave to parts of this name that share pages with it, if it has such
     */
    record Split(
            String name,
            List<Integer> pages,
            Map<String, List<Integer>> partitions,
            Double likelihood,
            List<List<Integer>> votes) {}

    static List<String> faults(Sorts sorts, JsonNode vote, int pages) {
        if (!vote.path("splits").isArray()) {
            return List.of("splits is no array");
        }
        List<String> faults = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (JsonNode part : vote.get("splits")) {
            if (!sorts.has(part.path("name").textValue())) {
                faults.add("a name is none of the list");
            }
            for (JsonNode page : part.path("pages")) {
                if (!page.isIntegralNumber() || page.asInt() < 1 || page.asInt() > pages) {
                    faults.add("there are only the pages 1 to " + pages);
                } else if (!seen.add(page.asInt())) {
                    faults.add("page " + page.asInt() + " is in two parts");
                }
            }
        }
        if (faults.isEmpty() && seen.isEmpty()) {
            faults.add("no page is in any part");
        }
        return faults.stream().distinct().toList();
    }

    static List<Split> of(Sorts sorts, List<JsonNode> votes, int pages) {
        List<List<Part>> parts = votes.stream().map(PageShares::parts).toList();
        List<Part> agreed = votes.size() == 1 ? parts.get(0) : agreed(parts, pages);
        List<Split> splits = new ArrayList<>();
        for (List<Part> group : groups(sorts, agreed)) {
            splits.add(split(group, parts));
        }
        splits.sort(Comparator.comparing(split -> split.pages().get(0)));
        return splits;
    }

    private static List<Part> parts(JsonNode vote) {
        List<Part> parts = new ArrayList<>();
        for (JsonNode part : vote.get("splits")) {
            Set<Integer> pages = new TreeSet<>();
            part.get("pages").forEach(page -> pages.add(page.asInt()));
            if (!pages.isEmpty()) {
                String partition = part.path("partition").textValue();
                parts.add(new Part(part.get("name").textValue(), List.copyOf(pages), partition));
            }
        }
        return parts;
    }

    /** Each page goes where most votes put it; pages that follow each other and went to the same are one part. */
    private static List<Part> agreed(List<List<Part>> votes, int pages) {
        List<Part> agreed = new ArrayList<>();
        Part before = null;
        for (int page = 1; page <= pages; page++) {
            Part chosen = mostAt(votes, page);
            boolean goesOn = chosen != null
                    && before != null
                    && chosen.name().equals(before.name())
                    && Objects.equals(chosen.partition(), before.partition())
                    && chosen.pages().get(0) < page;
            if (goesOn) {
                before.pages().add(page);
            } else if (chosen != null) {
                before = new Part(chosen.name(), new ArrayList<>(List.of(page)), chosen.partition());
                agreed.add(before);
            } else {
                before = null;
            }
        }
        return agreed;
    }

    /** The part that most votes have the page in, the earliest of them; null when most have it in none. */
    private static Part mostAt(List<List<Part>> votes, int page) {
        Map<String, List<Part>> having = new LinkedHashMap<>();
        int without = 0;
        for (List<Part> vote : votes) {
            Part part = vote.stream()
                    .filter(each -> each.pages().contains(page))
                    .findFirst()
                    .orElse(null);
            if (part == null) {
                without++;
            } else {
                having.computeIfAbsent(part.name() + "\0" + part.partition(), key -> new ArrayList<>())
                        .add(part);
            }
        }
        List<Part> most = List.of();
        for (List<Part> each : having.values()) {
            most = each.size() > most.size() ? each : most;
        }
        return most.size() >= without && !most.isEmpty() ? most.get(0) : null;
    }

    /** The parts of a name that is to be divided are one split; every other part is one by itself. */
    private static List<List<Part>> groups(Sorts sorts, List<Part> parts) {
        Map<Object, List<Part>> groups = new LinkedHashMap<>();
        int alone = 0;
        for (Part part : parts) {
            Object group = sorts.keys().containsKey(part.name()) ? part.name() : (Object) alone++;
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(part);
        }
        return List.copyOf(groups.values());
    }

    private static Split split(List<Part> group, List<List<Part>> votes) {
        String name = group.get(0).name();
        Set<Integer> pages = new TreeSet<>();
        Map<String, List<Integer>> partitions = new LinkedHashMap<>();
        for (Part part : group) {
            pages.addAll(part.pages());
            if (part.partition() != null) {
                partitions
                        .computeIfAbsent(part.partition(), key -> new ArrayList<>())
                        .addAll(part.pages());
            }
        }
        if (votes.size() == 1) {
            return new Split(name, List.copyOf(pages), partitions, null, List.of());
        }
        List<List<Integer>> voted = new ArrayList<>();
        long agreeing = 0;
        for (List<Part> vote : votes) {
            Set<Integer> same = new TreeSet<>();
            vote.stream()
                    .filter(part ->
                            part.name().equals(name) && part.pages().stream().anyMatch(pages::contains))
                    .forEach(part -> same.addAll(part.pages()));
            if (!same.isEmpty()) {
                voted.add(List.copyOf(same));
            }
            agreeing += same.stream().filter(pages::contains).count();
        }
        double likelihood = Math.round(100.0 * agreeing / (pages.size() * votes.size())) / 100.0;
        return new Split(name, List.copyOf(pages), partitions, likelihood, voted);
    }

    /** As the answer shows them. */
    static ArrayNode view(List<Split> splits) {
        ArrayNode view = Desk.JSON.createArrayNode();
        for (Split split : splits) {
            ObjectNode each = view.addObject().put("name", split.name());
            each.set("pages", Desk.JSON.valueToTree(split.pages()));
            each.put("confidence", split.likelihood()).put("likelihood", split.likelihood());
            ArrayNode votes = each.putArray("votes");
            split.votes().forEach(pages -> votes.addObject().set("pages", Desk.JSON.valueToTree(pages)));
            ArrayNode partitions = each.putArray("partitions");
            split.partitions().forEach((key, pages) -> {
                ObjectNode partition = partitions.addObject().put("key", key);
                partition.set("pages", Desk.JSON.valueToTree(pages));
                partition.put("first_page_y_start", 0.0).put("last_page_y_end", 1.0);
            });
        }
        return view;
    }
}
