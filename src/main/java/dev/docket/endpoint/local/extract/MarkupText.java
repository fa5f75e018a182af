package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.local.label.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spots in text that is XML: an element is the label of what it holds. */
final class MarkupText {
    private static final Pattern ELEMENT =
            Pattern.compile("<(?:[\\w-]{1,40}:)?([\\w-]{1,60})(?: [^<>]{0,300})?>([^<>]{1,500})</");

    private MarkupText() {}

    static List<Spot> spots(Bit bit) {
        if (bit.text().indexOf("</") < 0) {
            return List.of();
        }
        List<Spot> spots = new ArrayList<>();
        for (Matcher at = ELEMENT.matcher(bit.text()); at.find(); ) {
            Bit value = bit.part(at.start(2), at.end(2));
            spots.add(new Spot(at.group(1), Label.ofName(at.group(1)), Spot.Kind.MARKED, value, List.of(), Label.NONE));
        }
        return spots;
    }
}
