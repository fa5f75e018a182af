package dev.docket.endpoint.upstream;

import dev.docket.job.Utf8Check;
import java.nio.ByteBuffer;
import java.util.BitSet;

/**
 * Checks, as the bytes come, that they are one JSON object in UTF-8 and nothing else. It holds the open brackets and
 * nothing more: a parser that takes bytes as they come would decode each string into memory, and a filled document is
 * one string of many megabytes.
 */
final class JsonObjectCheck {
    /** As deep as a request may be. */
    static final int DEEPEST = 500;

    private enum At {
        START,
        VALUE,
        FIRST_VALUE,
        FIRST_NAME,
        NAME,
        COLON,
        AFTER_VALUE,
        STRING,
        ESCAPE,
        HEX,
        WORD,
        MINUS,
        ZERO,
        DIGITS,
        POINT,
        FRACTION,
        EXPONENT,
        SIGN,
        POWER,
        END,
        BROKEN
    }

    private final Utf8Check text = new Utf8Check();

    /** For each open bracket whether it is that of an object. */
    private final BitSet objects = new BitSet(DEEPEST);

    private At at = At.START;
    private int depth;
    private boolean inName;
    private String word;
    private int count;

    /** Whether the text may go on like this. */
    boolean accepts(byte[] piece) {
        if (!text.accepts(ByteBuffer.wrap(piece))) {
            at = At.BROKEN;
        }
        for (int i = 0; i < piece.length && at != At.BROKEN; i++) {
            if (at == At.STRING) {
                i = skipPlain(piece, i);
            }
            if (i < piece.length) {
                at = next(piece[i] & 0xff);
            }
        }
        return at != At.BROKEN;
    }

    /** Whether the object is closed. */
    boolean isComplete() {
        return at == At.END;
    }

    /** Nearly all of a large answer is plain text of strings. */
    private static int skipPlain(byte[] piece, int from) {
        int i = from;
        while (i < piece.length && piece[i] != '"' && piece[i] != '\\' && (piece[i] & 0xff) >= ' ') {
            i++;
        }
        return i;
    }

    private At next(int octet) {
        return switch (at) {
            case STRING -> string(octet);
            case ESCAPE -> escape(octet);
            case HEX -> hex(octet);
            case WORD -> word(octet);
            case MINUS, ZERO, DIGITS, POINT, FRACTION, EXPONENT, SIGN, POWER -> number(octet);
            case BROKEN -> At.BROKEN;
            default -> isSpace(octet) ? at : structure(octet);
        };
    }

    private At structure(int octet) {
        return switch (at) {
            case START -> octet == '{' ? open(true) : At.BROKEN;
            case VALUE -> value(octet);
            case FIRST_VALUE -> octet == ']' ? close(false) : value(octet);
            case FIRST_NAME -> octet == '}' ? close(true) : name(octet);
            case NAME -> name(octet);
            case COLON -> octet == ':' ? At.VALUE : At.BROKEN;
            case AFTER_VALUE -> afterValue(octet);
            default -> At.BROKEN;
        };
    }

    private At value(int octet) {
        inName = false;
        return switch (octet) {
            case '{' -> open(true);
            case '[' -> open(false);
            case '"' -> At.STRING;
            case '-' -> At.MINUS;
            case '0' -> At.ZERO;
            case 't' -> begin("true");
            case 'f' -> begin("false");
            case 'n' -> begin("null");
            default -> isDigit(octet) ? At.DIGITS : At.BROKEN;
        };
    }

    private At name(int octet) {
        inName = true;
        return octet == '"' ? At.STRING : At.BROKEN;
    }

    private At afterValue(int octet) {
        boolean object = objects.get(depth - 1);
        return switch (octet) {
            case ',' -> object ? At.NAME : At.VALUE;
            case '}' -> close(true);
            case ']' -> close(false);
            default -> At.BROKEN;
        };
    }

    private At open(boolean object) {
        if (depth == DEEPEST) {
            return At.BROKEN;
        }
        objects.set(depth++, object);
        return object ? At.FIRST_NAME : At.FIRST_VALUE;
    }

    private At close(boolean object) {
        if (objects.get(depth - 1) != object) {
            return At.BROKEN;
        }
        depth--;
        return depth == 0 ? At.END : At.AFTER_VALUE;
    }

    private At string(int octet) {
        return switch (octet) {
            case '"' -> inName ? At.COLON : At.AFTER_VALUE;
            case '\\' -> At.ESCAPE;
            default -> octet < ' ' ? At.BROKEN : At.STRING;
        };
    }

    private At escape(int octet) {
        count = 0;
        return octet == 'u' ? At.HEX : "\"\\/bfnrt".indexOf(octet) >= 0 ? At.STRING : At.BROKEN;
    }

    private At hex(int octet) {
        if (Character.digit(octet, 16) < 0) {
            return At.BROKEN;
        }
        return ++count == 4 ? At.STRING : At.HEX;
    }

    private At begin(String expected) {
        word = expected;
        count = 1;
        return At.WORD;
    }

    private At word(int octet) {
        if (octet != word.charAt(count)) {
            return At.BROKEN;
        }
        return ++count == word.length() ? At.AFTER_VALUE : At.WORD;
    }

    private At number(int octet) {
        if (isDigit(octet)) {
            return switch (at) {
                case MINUS -> octet == '0' ? At.ZERO : At.DIGITS;
                case ZERO -> At.BROKEN;
                case POINT -> At.FRACTION;
                case EXPONENT, SIGN -> At.POWER;
                default -> at;
            };
        }
        boolean whole = at == At.ZERO || at == At.DIGITS;
        if (octet == '.') {
            return whole ? At.POINT : At.BROKEN;
        }
        if (octet == 'e' || octet == 'E') {
            return whole || at == At.FRACTION ? At.EXPONENT : At.BROKEN;
        }
        if (octet == '+' || octet == '-') {
            return at == At.EXPONENT ? At.SIGN : At.BROKEN;
        }
        return whole || at == At.FRACTION || at == At.POWER ? ended(octet) : At.BROKEN;
    }

    /** A number has no mark at its end: what follows it belongs to what is around it. */
    private At ended(int octet) {
        return isSpace(octet) ? At.AFTER_VALUE : afterValue(octet);
    }

    private static boolean isDigit(int octet) {
        return octet >= '0' && octet <= '9';
    }

    private static boolean isSpace(int octet) {
        return octet == ' ' || octet == '\n' || octet == '\r' || octet == '\t';
    }
}
