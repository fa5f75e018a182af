package dev.docket.endpoint.local.topic;

/**
 * A phrase that speaks for a topic.
 *
 * @param page where it stands, from 1
 * @param title whether it is what the topic is called
 * @param heading whether it stands out on its page
 * @param worth how much it says
 */
public record Witness(String text, int page, boolean title, boolean heading, double worth) {
    private static final int LONGEST = 60;

    Witness greater(Witness other) {
        return other.worth > worth ? other : this;
    }

    /** Whether it is worth being told of. */
    public boolean tells() {
        return worth >= 0.15;
    }

    /** The phrase, shortened, in quotation marks. */
    public String quoted() {
        String line = text.replace('"', '\'').replaceAll("\\s+", " ");
        if (line.length() <= LONGEST) {
            return '"' + line + '"';
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return '"' + line.substring(0, end) + "…\"";
    }
}
