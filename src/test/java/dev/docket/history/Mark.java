package dev.docket.history;

import java.util.Objects;

/**
 * A time on a job that the model cannot compute: not there, there but not shown by any answer so far, or shown. Once
 * shown, every later answer has to agree.
 *
 * @param second null until it was shown
 */
record Mark(boolean isThere, Long second) {
    static final Mark NONE = new Mark(false, null);
    static final Mark UNSEEN = new Mark(true, null);

    /** The mark after an answer showed it so; null when it cannot be shown so. */
    Mark shownAs(Long shown) {
        if (isThere != (shown != null)) {
            return null;
        }
        if (!isThere || Objects.equals(second, shown)) {
            return this;
        }
        return second == null ? new Mark(true, shown) : null;
    }
}
