package dev.docket.endpoint.local.extract;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.docket.endpoint.document.SplitLabel;
import dev.docket.endpoint.local.label.Concepts;
import dev.docket.endpoint.local.label.Label;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the values that the parties of a document have for a target: names, streets, towns. */
final class FindPartyValues {
    private static final double UNDER_HEADING = 0.88;
    private static final double ONE_LINE = 0.7;
    private static final double BY_PLACE = 0.56;
    private static final double ANY = 0.45;
    private static final int TOP_LINES = 6;
    private static final Set<String> WRITING =
            Set.of("vendor", "sender", "employer", "landlord", "carrier", "insurer", "company", "school", "doctor");
    private static final Set<String> WRITTEN_TO = Set.of(
            "customer",
            "recipient",
            "employee",
            "patient",
            "tenant",
            "insured",
            "guest",
            "applicant",
            "buyer",
            "student",
            "delivery",
            "consignee");
    private static final Set<String> ASIDE = Set.of("address", "information", "detail", "party", "company");

    private final Scene scene;

    FindPartyValues(Scene scene) {
        this.scene = scene;
    }

    List<Candidate> of(Target target) {
        List<Candidate> found = new ArrayList<>();
        List<Party> unnamed =
                scene.parties.stream().filter(party -> party.group().isEmpty()).toList();
        for (Party party : scene.parties) {
            if (!party.group().isEmpty() && isOf(target, party.group())) {
                add(target, party, isWhole(party) ? UNDER_HEADING : ONE_LINE, found);
            }
        }
        if (found.isEmpty() && !unnamed.isEmpty()) {
            byPlace(target, unnamed, found);
        }
        if (found.isEmpty() && "name".equals(part(target, Label.NONE))) {
            boolean ownName = target.around().isEmpty()
                    && WRITTEN_TO.stream().noneMatch(target::isAmong)
                    && target.names().stream().anyMatch(name -> name.label().has("name"));
            if (WRITING.stream().anyMatch(target::isAmong) || ownName) {
                letterhead(target, found);
            }
        }
        return found;
    }

    /** Without an address the one who writes is named by the largest text at the top, or the first. */
    private void letterhead(Target target, List<Candidate> found) {
        if (scene.pages.count() == 0) {
            return;
        }
        Bit name = null;
        for (List<Bit> line : scene.pages
                .lines(0)
                .subList(0, Math.min(TOP_LINES, scene.pages.lines(0).size()))) {
            for (Bit bit : line) {
                boolean telling = bit.text().length() < 60
                        && bit.text().chars().filter(Character::isLetter).count() > 2
                        && SplitLabel.at(bit.text(), 0).isEmpty()
                        && !scene.vocabulary.isLabel(bit.text());
                if (telling && (name == null || bit.box().height() > name.box().height() + 0.5)) {
                    name = bit;
                }
            }
        }
        if (name != null && target.wanted().rule().accepts(TextNode.valueOf(name.text()))) {
            found.add(new Candidate(target, TextNode.valueOf(name.text()), ANY, name));
        }
    }

    /** Without headings the one who writes stands first, the one who is written to second. */
    private void byPlace(Target target, List<Party> unnamed, List<Candidate> found) {
        boolean writing = WRITING.stream().anyMatch(target::isAmong);
        boolean writtenTo = WRITTEN_TO.stream().anyMatch(target::isAmong);
        boolean headed = scene.parties.stream().anyMatch(party -> !party.group().isEmpty() && isWhole(party));
        if (writing) {
            add(target, unnamed.get(0), BY_PLACE, found);
        } else if (writtenTo && unnamed.size() > 1 && !headed) {
            add(target, unnamed.get(1), BY_PLACE, found);
        } else if (writtenTo && unnamed.size() == 1 && !headed) {
            add(target, unnamed.get(0), ANY, found);
        } else if (!writtenTo && target.around().concepts().stream().noneMatch(Concepts.KNOWN::isRole)) {
            add(target, unnamed.get(0), ANY, found);
        }
    }

    private static boolean isWhole(Party party) {
        boolean lines = party.lines().size() > 1
                && SplitLabel.at(party.lines().get(1).text(), 0).isEmpty();
        return lines || party.parts().containsKey("postal");
    }

    private static boolean isOf(Target target, Label group) {
        Set<String> who = new HashSet<>(group.concepts());
        who.removeAll(ASIDE);
        return who.isEmpty()
                ? group.concepts().stream().allMatch(target::isAmong)
                : who.stream().allMatch(target::isAmong);
    }

    private void add(Target target, Party party, double likelihood, List<Candidate> found) {
        String part = part(target, party.group());
        Bit bit = part == null ? null : party.parts().get(part);
        if (bit == null) {
            return;
        }
        Spot spot = Spot.unnamed(bit);
        Fit fit = target.wanted().format() != null
                        || !target.wanted().choices().isEmpty()
                        || target.wanted().rule().pattern() != null
                ? scene.fits.fit(target, spot)
                : Fit.of(TextNode.valueOf(bit.text()), 1);
        if (fit != null && fit.value().isTextual() && target.wanted().rule().accepts(fit.value())) {
            found.add(new Candidate(target, fit.value(), likelihood * fit.weight(), bit));
        }
    }

    /** The part of a party that a target asks for, null when it is none of them. */
    private static String part(Target target, Label group) {
        Set<String> own = new HashSet<>(target.own().concepts());
        own.removeIf(concept -> Concepts.KNOWN.isWeak(concept) && own.size() > 1);
        own.removeIf(concept -> Concepts.KNOWN.isRole(concept) || group.has(concept) && !concept.equals("address"));
        boolean inAddress = target.around().has("address");
        if (own.isEmpty()
                || own.equals(Set.of("name"))
                || own.equals(Set.of("company"))
                || own.equals(Set.of("company", "name"))) {
            return inAddress && own.isEmpty() ? "street" : "name";
        }
        for (String part : List.of("street", "postal", "city", "state", "country", "email", "phone", "website")) {
            if (own.contains(part)) {
                return part;
            }
        }
        if (own.equals(Set.of("tax", "id"))) {
            return "tax";
        }
        if (own.equals(Set.of("address"))) {
            return "address";
        }
        return own.equals(Set.of("contact")) || own.equals(Set.of("contact", "name")) ? "contact" : null;
    }
}
