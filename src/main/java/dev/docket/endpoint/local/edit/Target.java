package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.document.Box;
import dev.docket.endpoint.document.Upright;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;

/** How a place of a form is written into. */
sealed interface Target {
    /**
     * A field of the PDF's own form.
     *
     * @param state the appearance that shows a box ticked; null for all but boxes
     */
    record Widget(PDTerminalField field, String state) implements Target {}

    /**
     * A place on the page itself.
     *
     * @param frame turns the page the way its text is read
     * @param box in that frame
     * @param cells how many equal cells it is divided into, one for each character; 1 when it is not
     */
    record Drawn(Upright frame, Box box, int cells) implements Target {}
}
