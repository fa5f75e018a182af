package extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** Compares results with the truth, field by field. */
final class Score {
    /** How a field fared over all documents. */
    static final class Tally {
        int truths;
        int right;
        int wrong;
        int missed;
        int invented;

        void add(Tally other) {
            truths += other.truths;
            right += other.right;
            wrong += other.wrong;
            missed += other.missed;
            invented += other.invented;
        }

        double recall() {
            return truths == 0 ? 1 : (double) right / truths;
        }

        double precision() {
            int given = right + wrong + invented;
            return given == 0 ? 1 : (double) right / given;
        }
    }

    final Map<String, Tally> byField = new TreeMap<>();
    final StringBuilder misses = new StringBuilder();

    /** Adds a document. A result that is null counts as one in which everything was missed. */
    void add(Sample sample, JsonNode result) {
        compare(sample.kind() + "/" + sample.layout(), "", sample.truth(), result == null ? Json.MAPPER.nullNode() : result);
    }

    private void compare(String where, String field, JsonNode truth, JsonNode given) {
        if (truth.isObject()) {
            for (Iterator<Map.Entry<String, JsonNode>> at = truth.fields(); at.hasNext(); ) {
                Map.Entry<String, JsonNode> each = at.next();
                String name = field.isEmpty() ? each.getKey() : field + "." + each.getKey();
                compare(where, name, each.getValue(), given.path(each.getKey()));
            }
        } else if (truth.isArray()) {
            int most = Math.max(truth.size(), given.size());
            for (int at = 0; at < most; at++) {
                JsonNode one = at < truth.size() ? truth.get(at) : emptied(truth);
                compare(where, field + "[]", one, given.path(at));
            }
        } else {
            single(where, field, truth, given);
        }
    }

    /** An entry too many is compared with one that has nothing. */
    private static JsonNode emptied(JsonNode truth) {
        if (truth.isEmpty() || !truth.get(0).isObject()) {
            return Json.MAPPER.nullNode();
        }
        var none = Json.MAPPER.createObjectNode();
        truth.get(0).fieldNames().forEachRemaining(none::putNull);
        return none;
    }

    private void single(String where, String field, JsonNode truth, JsonNode given) {
        Tally tally = byField.computeIfAbsent(field, none -> new Tally());
        boolean has = !given.isMissingNode() && !given.isNull();
        if (truth.isNull()) {
            tally.invented += has ? 1 : 0;
            if (has) {
                note(where, field, truth, given);
            }
            return;
        }
        tally.truths++;
        if (!has) {
            tally.missed++;
        } else if (same(truth, given)) {
            tally.right++;
        } else {
            tally.wrong++;
        }
        if (!has || !same(truth, given)) {
            note(where, field, truth, given);
        }
    }

    private void note(String where, String field, JsonNode truth, JsonNode given) {
        misses.append("  ").append(where).append(' ').append(field).append(": ").append(truth).append(" but ").append(given).append('\n');
    }

    private static boolean same(JsonNode truth, JsonNode given) {
        if (truth.isNumber() && given.isNumber()) {
            return truth.decimalValue().compareTo(given.decimalValue()) == 0;
        }
        return plain(truth.asText()).equals(plain(given.asText()));
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(java.util.Locale.ROOT);
    }
}
