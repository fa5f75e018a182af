package dev.docket.endpoint.local.topic;

import dev.docket.endpoint.local.label.Words;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the topic that takes what no other takes. */
final class CatchAll {
    private static final Set<String> NAMES = Set.of(
            "other",
            "others",
            "else",
            "misc",
            "miscellaneous",
            "unknown",
            "none",
            "rest",
            "unclassified",
            "uncategorized",
            "uncategorised",
            "unrelated",
            "irrelevant",
            "undefined",
            "unsorted",
            "unidentified",
            "sonstige",
            "sonstiges",
            "andere",
            "anderes",
            "unbekannt",
            "divers",
            "diverses",
            "verschiedenes",
            "autre",
            "autres",
            "inconnu",
            "otro",
            "otra",
            "otros",
            "otras",
            "desconocido",
            "varios",
            "altro",
            "altra",
            "altri",
            "altre",
            "sconosciuto",
            "vari",
            "outro",
            "outros",
            "overig",
            "overige");
    private static final Set<String> BESIDE = Set.of(
            "document",
            "documents",
            "page",
            "pages",
            "type",
            "category",
            "of",
            "the",
            "above",
            "and",
            "or",
            "all",
            "anything",
            "everything",
            "dokument",
            "dokumente",
            "seite",
            "seiten",
            "documento",
            "documentos",
            "documenti",
            "pagina",
            "pagine",
            "paginas",
            "files",
            "file",
            "content",
            "kind",
            "section",
            "these",
            "na",
            "tout",
            "tous",
            "todo",
            "tutto",
            "alles",
            "paper",
            "papers",
            "form",
            "forms");
    private static final Pattern DESCRIPTION = Pattern.compile(
            "(?i)^\\W*(?:(?:anything|everything|any (?:other|document that does not)|all other|whatever|none of)\\b"
                    + "|alles (?:andere|übrige)|tout (?:autre|le reste)|cualquier otr|todo lo demás|tutto il resto"
                    + "|qualsiasi altr).*");

    private CatchAll() {}

    static boolean is(Topic topic) {
        List<String> words = Words.ofName(topic.name());
        boolean named = words.stream().anyMatch(NAMES::contains)
                && words.stream().allMatch(word -> NAMES.contains(word) || BESIDE.contains(word));
        return named || DESCRIPTION.matcher(topic.description()).lookingAt() && isVague(words);
    }

    private static boolean isVague(List<String> words) {
        return words.stream()
                .noneMatch(word ->
                        Terms.of(List.of(word)).kinds().stream().findAny().isPresent());
    }
}
