package dev.docket.endpoint.local.label;

import java.util.Set;

/**
 * Tells how well a label that was found fits one that is looked for, from 0 to 1. What the found one says too much
 * counts against it, as "due date" is not just any date; what it leaves out counts less where it goes without saying.
 *
 * @param kinds the kinds of document at hand: on an invoice its own number may just be called number
 */
public record MatchLabels(Set<String> kinds) {
    private static final Concepts CONCEPTS = Concepts.KNOWN;
    private static final double WEAK = 0.15;
    private static final double IMPLIED = 0.85;
    private static final double ANOTHER_CODE = 0.8;
    private static final Set<String> CODES = Set.of("number", "id", "code", "reference");

    /**
     * @param wanted what is looked for
     * @param around what the things around it mean, as the object it is a property of; may be found, need not
     * @param found what the document says
     * @param section what stands above that on the document; may speak for a match, never against it
     * @param implied what the value says by itself, as a date that it is one
     */
    public double score(Label wanted, Label around, Label found, Label section, Label implied) {
        double hit = 0;
        double tooMuch = 0;
        for (String concept : found.concepts()) {
            if (wanted.has(concept) || around.has(concept)) {
                hit += extra(concept);
            } else if (isAnotherCode(concept, wanted)) {
                hit += ANOTHER_CODE * extra(concept);
            } else {
                tooMuch += extra(concept);
            }
        }
        if (hit == 0) {
            return 0;
        }
        double covered = 0;
        double missing = 0;
        for (String concept : wanted.concepts()) {
            double weight = missed(concept);
            if (found.has(concept) || section.has(concept)) {
                covered += Math.max(weight, 0.5);
            } else if (isAnotherCode(concept, found)) {
                covered += ANOTHER_CODE * weight;
                missing += (1 - ANOTHER_CODE) * weight;
            } else if (implied.has(concept)) {
                covered += IMPLIED * weight;
                missing += (1 - IMPLIED) * weight;
            } else {
                missing += weight;
            }
        }
        double recall = wanted.isEmpty() ? 0 : covered / (covered + missing);
        return hit / (hit + tooMuch) * Math.pow(recall, 1.5);
    }

    /** A number, a code and a reference may be called one for the other. */
    private static boolean isAnotherCode(String concept, Label label) {
        return CODES.contains(concept)
                && label.concepts().stream().anyMatch(other -> CODES.contains(other) && !other.equals(concept));
    }

    private double extra(String concept) {
        return kinds.contains(concept) ? 0.1 : CONCEPTS.isWeak(concept) ? 0.25 : 1;
    }

    private double missed(String concept) {
        if (CONCEPTS.isWeak(concept)) {
            return WEAK;
        }
        return kinds.contains(concept) ? 0.2 : CONCEPTS.isKind(concept) ? 0.4 : CONCEPTS.isRole(concept) ? 0.5 : 1;
    }
}
