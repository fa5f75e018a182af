package dev.docket.endpoint.local.value;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * A date that was read, with the time beside it if there is one.
 *
 * @param time of the day, or null
 * @param offset of the time from UTC, null when the text does not tell
 * @param start where it begins in the text
 * @param end where it ends there
 */
public record Moment(LocalDate date, LocalTime time, ZoneOffset offset, int start, int end) {
    /** As RFC 3339 writes it; without an offset it counts as UTC, without a time as midnight. */
    public String dateTime() {
        LocalTime at = time == null ? LocalTime.MIDNIGHT : time;
        ZoneOffset zone = offset == null ? ZoneOffset.UTC : offset;
        return date + "T" + (at.getSecond() == 0 ? at + ":00" : at.toString()) + zone.getId();
    }
}
