package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.local.label.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one clause of the instructions: a label with its value, or an order. */
final class ReadClause {
    private static final int LONGEST_LABEL = 80;
    private static final int LONGEST_ORDER = 400;
    private static final Pattern LABELLED = Pattern.compile(
            "^(?<label>[^:=：\\n]{1," + LONGEST_LABEL + "}?)\\s*(?::|=>?|：|->|→)(?!//)\\s*(?<value>.*)$",
            Pattern.DOTALL);
    private static final Pattern HEAD = Pattern.compile("[,.;!]\\s|\\n");
    private static final Pattern EMPTY = Pattern.compile(
            "(?:\\(?(?:leave (?:it )?)?(?:empty|blank)\\)?|leer(?: lassen)?|vide|vacío|en blanco|vuoto|null|<empty>)\\.?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SHORT_END = Pattern.compile("(?:^|.*\\s)\\p{Lu}\\p{L}{0,3}\\.", Pattern.DOTALL);
    /** What without a verb before it is a value and not more of a sentence. */
    private static final Pattern VALUE = Pattern.compile("[\\p{Lu}\\p{Lo}\\p{N}+(\"'“„«]|\\S*@\\S");

    private static final Pattern AND =
            Pattern.compile("\\s*,\\s*(?:and\\s+)?|\\s+(?:and|und|et|y|e|as well as|sowie|&)\\s+");
    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?:please|bitte|and|then|also|so|my|the|our|his|her|their|your|mein|meine|der|die|das|mon|ma|le|la|mi|el|il)\\s+)+",
            Pattern.CASE_INSENSITIVE);

    private final NameIndex names;

    ReadClause(NameIndex names) {
        this.names = names;
    }

    /** What the clause asks for; nothing when it does not ask for anything that is understood. */
    List<Wish> read(String clause) {
        return order(clause)
                .or(() -> told(clause))
                .or(() -> labelled(clause))
                .or(() -> sentence(clause).or(() -> plain(clause)).map(List::of))
                .orElse(List.of());
    }

    /** Whether another clause begins with this text. */
    boolean begins(String text) {
        String head = HEAD.split(text.substring(0, Math.min(LONGEST_ORDER, text.length())), 2)[0];
        Matcher labelled = LABELLED.matcher(head);
        if (labelled.matches() && isLabel(labelled.group("label"))) {
            String label = bare(labelled.group("label"));
            return Words.of(label).size() <= 5 || names.best(label) >= NameIndex.FITS;
        }
        return order(head).isPresent()
                || told(head).isPresent()
                || sentence(head).isPresent()
                || plain(head).isPresent();
    }

    /** Where the label ends that the text begins with, if the form has such a one; 0 if not. */
    int labelEnd(String text) {
        Matcher labelled = LABELLED.matcher(text);
        boolean known = labelled.matches() && names.best(bare(labelled.group("label"))) >= NameIndex.FITS;
        return known ? labelled.end("label") : 0;
    }

    private Optional<List<Wish>> order(String clause) {
        if (clause.length() <= LONGEST_ORDER) {
            for (Verbs.Form form : Verbs.FORMS) {
                Matcher match = form.pattern().matcher(clause);
                if (match.matches() && isLikely(form, match)) {
                    return Optional.of(ordered(form.act(), match));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<List<Wish>> told(String clause) {
        if (clause.length() <= LONGEST_ORDER) {
            for (Verbs.Telling telling : Verbs.TELLING) {
                Matcher match = telling.pattern().matcher(clause);
                if (match.matches()) {
                    return Optional.of(List.of(write(telling.label(), match.group("value"), true)));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<List<Wish>> labelled(String clause) {
        Matcher labelled = LABELLED.matcher(clause);
        return labelled.matches() && isLabel(labelled.group("label"))
                ? Optional.of(List.of(write(bare(labelled.group("label")), labelled.group("value"), false)))
                : Optional.empty();
    }

    private List<Wish> ordered(Wish.Act act, Matcher match) {
        String label = match.group("label").strip();
        if (act == Wish.Act.WRITE) {
            return List.of(write(bare(label), match.group("value"), true));
        }
        List<Wish> wishes = new ArrayList<>();
        for (String one : several(label)) {
            wishes.add(new Wish(act, unquoted(one), ""));
        }
        return wishes;
    }

    /** Several labels with one verb, unless all of it is one label. */
    private List<String> several(String label) {
        return names.best(unquoted(label)) >= 0.9 ? List.of(label) : List.of(AND.split(label));
    }

    /** Verbs that could as well begin a value are believed when the form has what they speak of. */
    private boolean isLikely(Verbs.Form form, Matcher match) {
        if (form.act() != Wish.Act.WRITE) {
            return !match.group("label").contains(":");
        }
        return !match.group("label").contains(":") && names.best(bare(match.group("label"))) >= NameIndex.FITS;
    }

    /** "My name is Ada". */
    private Optional<Wish> sentence(String clause) {
        Matcher is = Verbs.IS.matcher(clause);
        while (is.find() && is.start() <= LONGEST_LABEL) {
            String label = bare(clause.substring(0, is.start()));
            if (names.best(label) >= NameIndex.FITS) {
                return Optional.of(write(label, clause.substring(is.end()), true));
            }
        }
        return Optional.empty();
    }

    /** "First name Ada": the very words of a label, and its value behind them. */
    private Optional<Wish> plain(String clause) {
        return names.prefix(clause)
                .filter(end -> VALUE.matcher(clause.substring(end).strip()).lookingAt())
                .map(end -> write(clause.substring(0, end), clause.substring(end), true));
    }

    private static Wish write(String label, String value, boolean prose) {
        String plain = unquoted(value);
        boolean stop =
                plain.endsWith(".") && (prose || !SHORT_END.matcher(plain).matches());
        String text = stop && !plain.endsWith("..") ? plain.substring(0, plain.length() - 1) : plain;
        if (text.isEmpty() || EMPTY.matcher(text).matches()) {
            return new Wish(Wish.Act.LEAVE, unquoted(label), "");
        }
        return new Wish(Wish.Act.WRITE, unquoted(label), unquoted(text));
    }

    private static boolean isLabel(String label) {
        return label.chars().anyMatch(Character::isLetter) && !label.endsWith("http") && !label.endsWith("https");
    }

    private static String bare(String label) {
        String bare = LEAD.matcher(label.strip()).replaceFirst("");
        return bare.isBlank() ? label.strip() : bare;
    }

    private static String unquoted(String text) {
        String bare = text.strip();
        boolean quoted = bare.length() >= 2
                && ("\"'“„«‹`*".indexOf(bare.charAt(0)) >= 0)
                && ("\"'”“»›`*".indexOf(bare.charAt(bare.length() - 1)) >= 0);
        return quoted ? unquoted(bare.substring(1, bare.length() - 1)) : bare;
    }
}
