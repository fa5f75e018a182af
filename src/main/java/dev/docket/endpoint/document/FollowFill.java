package dev.docket.endpoint.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;

/**
 * Follows the instructions that set the colour of areas, as far as telling white from all others. Colours of other
 * spaces than the plain ones are told by their numbers.
 */
final class FollowFill {
    private static final int DEEPEST = 500;
    private static final float NEARLY_ALL = 0.97f;

    private final Deque<Boolean> outer = new ArrayDeque<>();
    private boolean white;

    void see(String operator, List<COSBase> operands) {
        switch (operator) {
            case "g", "rg", "sc", "scn" -> white = all(operands, true);
            case "k" -> white = all(operands, false);
            case "cs" -> white = false;
            case "q" -> {
                if (outer.size() < DEEPEST) {
                    outer.push(white);
                }
            }
            case "Q" -> white = outer.isEmpty() ? white : outer.pop();
            default -> {}
        }
    }

    boolean isWhite() {
        return white;
    }

    private static boolean all(List<COSBase> operands, boolean light) {
        for (COSBase operand : operands) {
            boolean fits = operand instanceof COSNumber number
                    && (light ? number.floatValue() >= NEARLY_ALL : number.floatValue() <= 1 - NEARLY_ALL);
            if (!fits) {
                return false;
            }
        }
        return !operands.isEmpty();
    }
}
