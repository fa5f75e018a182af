package dev.docket.endpoint.local.edit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.job.ErrorCode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;

/** The colour that is written in, each part from 0 to 1. */
record InkColor(float red, float green, float blue) {
    private static final InkColor NAVY = new InkColor(0, 0, 128 / 255f);
    private static final Pattern FORM = Pattern.compile("#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})");

    /** The colour that a request's {@code config} asks for. */
    static InkColor of(JsonNode config) {
        JsonNode color = config == null ? null : config.get("color");
        if (color == null || color.isNull()) {
            return NAVY;
        }
        String text = color.asText().strip();
        if (!FORM.matcher(text).matches()) {
            throw new DocumentRefused(
                    ErrorCode.REQUEST_INVALID, "request.config.color is no colour of the form #rrggbb.");
        }
        String hex = text.replace("#", "");
        boolean wide = hex.length() == 6;
        return new InkColor(part(hex, 0, wide), part(hex, 1, wide), part(hex, 2, wide));
    }

    private static float part(String hex, int at, boolean wide) {
        String digits = wide
                ? hex.substring(2 * at, 2 * at + 2)
                : hex.substring(at, at + 1).repeat(2);
        return Integer.parseInt(digits, 16) / 255f;
    }

    PDColor color() {
        return new PDColor(new float[] {red, green, blue}, PDDeviceRGB.INSTANCE);
    }

    /** The instruction that sets it, for a field's default appearance. */
    String operator() {
        return String.format(Locale.ROOT, "%.3f %.3f %.3f rg", red, green, blue);
    }
}
