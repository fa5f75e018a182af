package dev.docket.endpoint.local.edit;

import java.util.List;
import java.util.regex.Pattern;

/** The ways in which people ask for something to be filled in, in the languages that labels are known in. */
final class Verbs {
    private static final String POLITE =
            "(?:please,?|bitte|s'il vous plaît,?|por favor,?|per favore,?|and|then|also)\\s+";
    private static final String THE =
            "(?:(?:the|a|my|your|der|die|das|den|le|la|les|el|los|las|il|lo|i|gli)\\s+|l['’])?";
    private static final String BOX =
            "(?:(?:check ?box(?:es)?|tick ?box(?:es)?|box(?:es)?|option|kästchen|feld|cases?|casillas?"
                    + "|opción|casell[ae]|opzione)\\s+)?(?:(?:for|of|labell?ed|called|named|next to|für|bei|pour|de|para|per|di)\\s+)?";
    private static final String LABEL = "(?<label>.{1,160}?)";
    private static final String END = "\\s*[.!]?$";

    /** A way to ask, with what it asks for. */
    record Form(Wish.Act act, Pattern pattern) {}

    /** The more telling ones first. */
    static final List<Form> FORMS = List.of(
            form(
                    Wish.Act.UNTICK,
                    "(?:un(?:tick|check|select)|deselect|de-select|décoche[rz]?|desmarca[r]?|deseleziona(?:re)?)\\s+"
                            + THE + BOX + LABEL),
            form(
                    Wish.Act.UNTICK,
                    "(?:do not|don['’]t|never|ne|no|non)\\s+(?:tick|check|cross|mark|select|choose|coche[rz]?\\s+pas|pas\\s+cocher"
                            + "|marcar|marques|marque|spuntare|selezionare|barrare)\\s+" + THE + BOX + LABEL),
            form(Wish.Act.UNTICK, "(?:leave|keep)\\s+" + THE + LABEL + "\\s+(?:un(?:ticked|checked|selected))"),
            form(Wish.Act.UNTICK, LABEL + "\\s+nicht\\s+(?:ankreuzen|anhaken|markieren|auswählen)"),
            form(
                    Wish.Act.LEAVE,
                    "(?:leave|keep|lasse?|laisse[rz]?|deja[r]?|lascia(?:re)?)\\s+" + THE + LABEL
                            + "\\s+(?:field\\s+)?(?:empty|blank|unfilled|open|alone|as it is|leer|frei|vides?|en blanco|vací[oa]s?|vuot[oaie]"
                            + "|in bianco)"),
            form(Wish.Act.LEAVE, LABEL + "\\s+(?:leer|frei|offen)\\s*lassen"),
            form(
                    Wish.Act.LEAVE,
                    "(?:skip|ignore|omit|(?:do not|don['’]t)\\s+(?:fill(?: in| out)?|write|enter))\\s+" + THE + LABEL),
            form(
                    Wish.Act.WRITE,
                    "(?:set|change|fill(?: in| out)?|complete)\\s+" + THE + LABEL
                            + "\\s+(?:to|with|as|by)\\s*[:=]?\\s+(?<value>\\S.*)"),
            form(
                    Wish.Act.WRITE,
                    "(?:write|enter|put|type|insert|fill in|use|select|choose|pick)\\s+(?<value>\\S.*?)\\s+"
                            + "(?:in(?:to)?|for|as|under|at|next to)\\s+" + THE + "(?:field\\s+)?" + LABEL
                            + "(?:\\s+field|\\s+box)?"),
            form(
                    Wish.Act.TICK,
                    "(?:tick|check|cross|mark|select|choose|enable|coche[rz]?|sélectionne[rz]?|marca[r]?|marque|selecciona[r]?"
                            + "|spunta(?:re)?|seleziona(?:re)?|barra(?:re)?|markiere?n?|wähle)(?:\\s+off)?\\s*:?\\s+"
                            + THE + BOX
                            + LABEL),
            form(Wish.Act.TICK, "(?:kreuze?n?|hake?n?)\\s+(?:sie\\s+)?" + THE + BOX + LABEL + "\\s+an"),
            form(Wish.Act.TICK, LABEL + "\\s+(?:bitte\\s+)?(?:ankreuzen|anhaken|auswählen|markieren)"),
            form(
                    Wish.Act.TICK,
                    LABEL + "\\s+(?:is|shall be|should be|must be|to be)\\s+(?:ticked|checked|crossed|selected)"));

    /** Sentences that say what a value is without naming its label. */
    record Telling(String label, Pattern pattern) {}

    static final List<Telling> TELLING = List.of(
            telling("date of birth", "(?:i|he|she|they)\\s+(?:was|am|were|is)\\s+born\\s+on\\s+(?<value>\\S.*)"),
            telling("date of birth", "born\\s+on\\s+(?<value>\\S.*)"),
            telling("date of birth", "ich\\s+(?:bin|wurde)\\s+am\\s+(?<value>\\S.*?)\\s+geboren"),
            telling("date of birth", "je\\s+suis\\s+née?\\s+le\\s+(?<value>\\S.*)"),
            telling("place of birth", "(?:i|he|she|they)\\s+(?:was|am|were|is)\\s+born\\s+in\\s+(?<value>\\S.*)"),
            telling("address", "(?:i|he|she|they)\\s+lives?\\s+at\\s+(?<value>\\S.*)"),
            telling("city", "(?:i|he|she|they)\\s+lives?\\s+in\\s+(?<value>\\S.*)"),
            telling(
                    "name",
                    "(?:ich\\s+heiße|je\\s+m['’]appelle|me\\s+llamo|mi\\s+chiamo|i\\s+am\\s+called)\\s+(?<value>\\S.*)"));

    /** What stands between a label and its value in a sentence. */
    static final Pattern IS =
            Pattern.compile("\\s+(?:is|are|was|will be|shall be|should be|must be|ist|lautet|est|es|è|=)\\s+", flags());

    private Verbs() {}

    private static Form form(Wish.Act act, String pattern) {
        return new Form(act, Pattern.compile("^(?:" + POLITE + ")?" + pattern + END, flags()));
    }

    private static Telling telling(String label, String pattern) {
        return new Telling(label, Pattern.compile("^(?:" + POLITE + ")?" + pattern + END, flags()));
    }

    private static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
    }
}
