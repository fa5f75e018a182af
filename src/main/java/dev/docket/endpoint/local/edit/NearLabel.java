package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.document.Box;
import dev.docket.endpoint.document.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the text that stands beside a place of a form. Texts that belong to another place are behind that place. */
final class NearLabel {
    private static final int LONGEST = 200;
    private static final float FARTHEST_LEFT = 300;
    private static final float FARTHEST_RIGHT = 30;
    private static final float FARTHEST_ABOVE = 16;
    private static final float FARTHEST_BELOW = 12;
    /** A gap of more than so many heights of a word ends a label. */
    private static final float GAP = 1.6f;

    private static final float TALL = 30;
    private static final Pattern END = Pattern.compile("[\\s:：*._…\\-–]+$");
    private static final Pattern START = Pattern.compile("^[\\s•●▪*.:_…\\-–]+");

    private final PageWords words;
    private final List<Box> places;

    /** @param places everything on the page that is filled in */
    NearLabel(PageWords words, List<Box> places) {
        this.words = words;
        this.places = new ArrayList<>(places);
        this.places.sort(Comparator.comparingDouble(Box::middleY));
    }

    /** A label without the signs around it. */
    static String plain(String label) {
        String text = END.matcher(START.matcher(label).replaceFirst("")).replaceFirst("");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** The text on the left at the same height; beside a tall place, at the height of its first line. */
    String left(Box box) {
        float bottom = box.height() > TALL ? box.top() + TALL / 2 : box.bottom() + 2;
        float barrier = box.left() - FARTHEST_LEFT;
        for (Box place : beside(box)) {
            barrier = place.middleX() < box.left() ? Math.max(barrier, place.right() - 2) : barrier;
        }
        List<Word> found = words.in(new Box(barrier, box.top() - 2, box.left() + 2, bottom));
        float limit = barrier;
        found.removeIf(word -> word.box().right() > box.left() + 4 || word.box().left() < limit);
        found.sort(Comparator.comparingDouble((Word word) -> word.box().right()).reversed());
        return plain(PageWords.text(connected(found)));
    }

    /** The text on the right at the same height. */
    String right(Box box) {
        float barrier = box.right() + FARTHEST_LEFT;
        for (Box place : beside(box)) {
            barrier = place.middleX() > box.right() ? Math.min(barrier, place.left() + 2) : barrier;
        }
        List<Word> found = words.in(new Box(box.right() - 2, box.top() - 2, barrier, box.bottom() + 2));
        float limit = barrier;
        found.removeIf(word -> word.box().left() < box.right() - 3 || word.box().right() > limit);
        found.sort(Comparator.comparingDouble(word -> word.box().left()));
        boolean near = !found.isEmpty() && found.get(0).box().left() - box.right() <= FARTHEST_RIGHT;
        return near ? plain(PageWords.text(connected(found))) : "";
    }

    /** The line of text right above. */
    String above(Box box) {
        return plain(lineAbove(box, FARTHEST_ABOVE));
    }

    /** The same with its signs, no farther away than a distance. */
    String lineAbove(Box box, float farthest) {
        List<Word> found = words.in(new Box(box.left() - 6, box.top() - farthest - 6, box.right(), box.top() + 2));
        return line(found, found.isEmpty() ? null : found.get(found.size() - 1), box);
    }

    /** The line of text right below. */
    String below(Box box) {
        List<Word> found = words.in(new Box(box.left() - 6, box.bottom(), box.right(), box.bottom() + FARTHEST_BELOW));
        return plain(line(found, found.isEmpty() ? null : found.get(0), box));
    }

    private String line(List<Word> found, Word nearest, Box box) {
        if (nearest == null) {
            return "";
        }
        List<Word> line = new ArrayList<>(found);
        line.removeIf(word -> Math.abs(word.box().middleY() - nearest.box().middleY())
                > 0.5f * nearest.box().height());
        line.sort(Comparator.comparingDouble(word -> word.box().left()));
        boolean begins = line.get(0).box().left() <= box.left() + Math.max(40, 0.6f * box.width());
        return begins ? PageWords.text(connected(line)) : "";
    }

    /** The words from the first on, as far as they stand close together. */
    private static List<Word> connected(List<Word> sorted) {
        List<Word> connected = new ArrayList<>();
        for (Word word : sorted) {
            if (!connected.isEmpty()) {
                Box last = connected.get(connected.size() - 1).box();
                float gap = Math.max(
                        word.box().left() - last.right(),
                        last.left() - word.box().right());
                if (gap > GAP * word.box().height()) {
                    break;
                }
            }
            connected.add(word);
        }
        return connected;
    }

    /** The other places at the same height. */
    private List<Box> beside(Box box) {
        List<Box> found = new ArrayList<>();
        int from = firstFrom(box.top() - 300);
        for (int at = from; at < places.size(); at++) {
            Box place = places.get(at);
            if (place.middleY() > box.bottom() + 300) {
                break;
            }
            boolean level = place.top() <= box.middleY() && place.bottom() >= box.middleY()
                    || box.top() <= place.middleY() && box.bottom() >= place.middleY();
            if (level && place != box) {
                found.add(place);
            }
        }
        return found;
    }

    private int firstFrom(float y) {
        int low = 0;
        int high = places.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (places.get(middle).middleY() < y) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
