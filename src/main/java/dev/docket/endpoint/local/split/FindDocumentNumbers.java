package dev.docket.endpoint.local.split;

import dev.docket.endpoint.local.label.Concepts;
import dev.docket.endpoint.local.label.Label;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Picks the numbers that tell one document from the next of its kind, as that of an invoice. */
final class FindDocumentNumbers {
    private static final Set<String> NUMBERS = Set.of("number", "id", "code", "reference");
    private static final Set<String> OTHERS = Set.of(
            "phone",
            "fax",
            "iban",
            "bic",
            "bank",
            "account",
            "tax",
            "item",
            "position",
            "postal",
            "house",
            "page",
            "email",
            "website",
            "quantity",
            "price",
            "amount",
            "total",
            "unit",
            "serial",
            "year",
            "month",
            "date",
            "barcode",
            "sort",
            "card",
            "company",
            "vendor",
            "security",
            "percent",
            "rate",
            "street",
            "room",
            "table");
    private static final Set<String> TITLES = Set.of("purchase", "note", "issue", "internal", "our", "unser");

    private FindDocumentNumbers() {}

    /** The numbers by what they are numbers of; without those that a page has several of. */
    static Map<String, String> of(List<LabelledValue> values) {
        Map<String, String> numbers = new HashMap<>();
        Set<String> several = new TreeSet<>();
        for (LabelledValue each : values) {
            String number = number(each.value());
            if (number != null && isOfDocument(each.label())) {
                String key = String.join(" ", new TreeSet<>(each.label().concepts()));
                String before = numbers.putIfAbsent(key, number);
                if (before != null && !before.equals(number)) {
                    several.add(key);
                }
            }
        }
        numbers.keySet().removeAll(several);
        return numbers;
    }

    /** Whether it is a number of a document itself rather than of a party or a thing. */
    private static boolean isOfDocument(Label label) {
        boolean number = label.concepts().stream().anyMatch(NUMBERS::contains);
        return number
                && label.concepts().stream().noneMatch(OTHERS::contains)
                && label.concepts().stream().allMatch(FindDocumentNumbers::fits);
    }

    private static boolean fits(String concept) {
        return NUMBERS.contains(concept) || TITLES.contains(concept) || Concepts.KNOWN.isKind(concept);
    }

    /** The first word of a value that has a digit in it. */
    private static String number(String value) {
        for (String word : value.split("\\s+")) {
            if (word.length() > 1 && word.chars().anyMatch(Character::isDigit)) {
                return word.replaceAll("[.,;:)]+$", "");
            }
        }
        return null;
    }
}
