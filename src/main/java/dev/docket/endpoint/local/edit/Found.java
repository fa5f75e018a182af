package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.document.Box;

/**
 * A place on a page that something can be written into, before its label is known.
 *
 * @param kind what it is drawn as
 * @param cells how many equal cells it is divided into; 1 when it is not
 * @param inside the label that stands in it; empty when there is none
 * @param mark whether a box is ticked already
 */
record Found(Kind kind, Box box, int cells, String inside, boolean mark) {
    enum Kind {
        TICK,
        BOX,
        LEADER,
        LINE
    }

    static Found of(Kind kind, Box box) {
        return new Found(kind, box, 1, "", false);
    }

    boolean isTick() {
        return kind == Kind.TICK;
    }
}
