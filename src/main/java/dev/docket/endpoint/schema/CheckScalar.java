package dev.docket.endpoint.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** The keywords that look at a value as a whole: its type, its number, its text. */
final class CheckScalar {
    private static final int MOST_DIGITS = 400;

    private CheckScalar() {}

    static void check(CheckInstance check, JsonNode schema, JsonNode value, String path) {
        JsonNode type = schema.get("type");
        if (type != null && !isOfType(type, value)) {
            check.fault(path, "type");
        }
        if (schema.path("enum").isArray() && !check.root().isAmong(schema.get("enum"), value)) {
            check.fault(path, "enum");
        }
        if (schema.has("const") && !equal(schema.get("const"), value)) {
            check.fault(path, "const");
        }
        if (value.isNumber()) {
            number(check, schema, value.decimalValue(), path);
        } else if (value.isTextual()) {
            text(check, schema, value.textValue(), path);
        }
    }

    /** Numbers are equal by their value, however they are written. */
    static boolean equal(JsonNode one, JsonNode other) {
        return one.equals(CheckScalar::compare, other);
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    private static boolean isOfType(JsonNode type, JsonNode value) {
        if (!type.isArray()) {
            return isOfType(type.asText(), value);
        }
        for (JsonNode each : type) {
            if (isOfType(each.asText(), value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "number" -> value.isNumber();
            case "integer" -> value.isNumber() && isWhole(value.decimalValue());
            default -> false;
        };
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0
                || number.scale() <= 0
                || number.stripTrailingZeros().scale() <= 0;
    }

    private static void number(CheckInstance check, JsonNode schema, BigDecimal value, String path) {
        bound(check, schema, "minimum", value, path, 0);
        bound(check, schema, "maximum", value, path, 0);
        bound(check, schema, "exclusiveMinimum", value, path, 1);
        bound(check, schema, "exclusiveMaximum", value, path, 1);
        JsonNode step = schema.get("multipleOf");
        if (step != null && step.isNumber() && step.decimalValue().signum() > 0) {
            if (!isMultiple(value, step.decimalValue())) {
                check.fault(path, "multipleOf");
            }
        }
    }

    /** Numbers with exponents like a million would take a million digits to divide, and are taken for none. */
    private static boolean isMultiple(BigDecimal value, BigDecimal step) {
        boolean divisible =
                Math.abs((long) value.scale()) <= MOST_DIGITS && Math.abs((long) step.scale()) <= MOST_DIGITS;
        return divisible && value.remainder(step).signum() == 0;
    }

    /** In draft 4 the exclusive keywords are flags beside the others. */
    private static void bound(
            CheckInstance check, JsonNode schema, String keyword, BigDecimal value, String path, int least) {
        JsonNode bound = schema.get(keyword);
        if (bound == null || !bound.isNumber()) {
            return;
        }
        boolean lower = keyword.endsWith("inimum");
        boolean flagged =
                schema.path(lower ? "exclusiveMinimum" : "exclusiveMaximum").asBoolean(false);
        int beyond = value.compareTo(bound.decimalValue()) * (lower ? 1 : -1);
        if (beyond < (flagged ? 1 : least)) {
            check.fault(path, keyword);
        }
    }

    private static void text(CheckInstance check, JsonNode schema, String value, String path) {
        int length = value.codePointCount(0, value.length());
        if (length < schema.path("minLength").asLong(0)) {
            check.fault(path, "minLength");
        }
        if (length > schema.path("maxLength").asLong(Long.MAX_VALUE)) {
            check.fault(path, "maxLength");
        }
        JsonNode expression = schema.get("pattern");
        if (expression != null && expression.isTextual()) {
            SafePattern pattern = check.root().pattern(expression.textValue());
            if (pattern == null || !pattern.fits(value)) {
                check.fault(path, "pattern");
            }
        }
    }
}
