package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.document.Box;
import dev.docket.endpoint.document.DrawnPage;
import dev.docket.endpoint.document.FormPage;
import dev.docket.endpoint.document.Word;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.edit.Found.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Finds what is drawn on a page to be written into: boxes, cells, squares, runs of underscores and dots, lines. */
final class FindPlaces {
    private static final float SMALLEST_TICK = 5;
    private static final float LARGEST_TICK = 22;
    private static final float LOWEST = 8;
    private static final float NARROWEST = 16;
    private static final float SHORTEST_LINE = 25;
    private static final float LINE_HEIGHT = 14;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}|[ivxlc]{1,6}");
    private static final Pattern MARK = Pattern.compile("[xX✓✔✗✘☒☑×•]|4|8");

    private final FormPage page;
    private final PageWords words;
    private final List<Box> boxes;
    private final List<Found> found = new ArrayList<>();

    private FindPlaces(FormPage page, PageWords words, List<Box> cells) {
        this.page = page;
        this.words = words;
        boxes = DistinctBoxes.of(cells, page.drawn().boxes());
    }

    static List<Found> on(FormPage page, PageWords words, List<Box> cells) {
        FindPlaces find = new FindPlaces(page, words, cells);
        find.ticks();
        find.boxes();
        find.leaders();
        find.lines();
        find.found.sort(
                Comparator.comparing((Found place) -> Math.round(place.box().top() / 6))
                        .thenComparing(place -> place.box().left()));
        return find.found;
    }

    private void ticks() {
        for (Box tick : page.drawn().ticks()) {
            found.add(Found.of(Kind.TICK, tick));
        }
    }

    private void boxes() {
        List<Box> squares = boxes.stream().filter(FindPlaces::isSquare).toList();
        List<Box> inCombs = new ArrayList<>();
        for (List<Box> comb : Combs.of(boxes.stream().filter(this::isSlot).toList())) {
            Box whole = comb.stream().reduce(Box::join).orElseThrow();
            found.add(new Found(Kind.BOX, whole, comb.size(), "", false));
            inCombs.addAll(comb);
        }
        for (Box square : squares) {
            List<Word> inside = words.in(square);
            boolean mark =
                    inside.size() == 1 && MARK.matcher(inside.get(0).text()).matches();
            if (!inCombs.contains(square) && (inside.isEmpty() || mark) && isNew(square)) {
                found.add(new Found(Kind.TICK, square, 1, "", mark));
            }
        }
        for (Box box : boxes) {
            WorkStopped.check();
            boolean fits = box.width() >= NARROWEST && box.height() >= LOWEST && !isSquare(box);
            if (fits && !inCombs.contains(box) && !isContainer(box) && isNew(box)) {
                box(box);
            }
        }
    }

    /** A box that is empty, or has its own label in it and room beside or below that. */
    private void box(Box box) {
        if (box.height() > page.drawn().frame().height() / 2) {
            return;
        }
        List<Word> inside = words.in(box);
        if (inside.isEmpty()) {
            found.add(Found.of(Kind.BOX, box));
            return;
        }
        Box text = inside.stream().map(Word::box).reduce(Box::join).orElseThrow();
        String label = PageWords.text(inside);
        boolean colon = label.endsWith(":");
        boolean caption = text.bottom() - box.top() < 0.6f * box.height() && inside.size() <= 12;
        if (caption && box.bottom() - text.bottom() >= LOWEST) {
            Box below = new Box(box.left(), text.bottom(), box.right(), box.bottom());
            found.add(new Found(Kind.BOX, below, 1, label, false));
        } else if (colon && box.right() - text.right() >= 2 * NARROWEST && !hasEmptyNeighbour(box)) {
            Box beside = new Box(text.right() + 2, box.top(), box.right(), box.bottom());
            found.add(new Found(Kind.BOX, beside, 1, label, false));
        }
    }

    /** Whether the value of a label in a cell has a cell of its own on the right. */
    private boolean hasEmptyNeighbour(Box box) {
        return boxes.stream()
                .anyMatch(other -> Math.abs(other.left() - box.right()) < 4
                        && Math.abs(other.top() - box.top()) < 4
                        && words.isFree(other));
    }

    private void leaders() {
        DrawnPage drawn = page.drawn();
        for (Box leader : drawn.leaders()) {
            List<Word> behind =
                    words.in(new Box(leader.right() - 1, leader.top(), leader.right() + 40, leader.bottom()));
            boolean contents =
                    !behind.isEmpty() && NUMBER.matcher(behind.get(0).text()).matches() && leader.width() > 60;
            if (!contents && isNew(leader)) {
                found.add(Found.of(Kind.LEADER, leader));
            }
        }
    }

    private void lines() {
        List<Box> lines = new ArrayList<>();
        page.page().layout().rulings().stream()
                .filter(ruling -> ruling.isHorizontal() && ruling.box().width() >= SHORTEST_LINE)
                .map(ruling -> ruling.box())
                .filter(line -> boxes.stream().noneMatch(box -> isEdge(line, box)))
                .forEach(lines::add);
        lines.sort(Comparator.comparingDouble(Box::top));
        Box last = null;
        for (Box line : lines) {
            WorkStopped.check();
            Box above = new Box(line.left(), line.middleY() - LINE_HEIGHT, line.right(), line.middleY());
            boolean goesOn = last != null
                    && Math.abs(last.left() - above.left()) < 200
                    && Math.abs(last.right() - above.right()) < 6
                    && above.bottom() - last.bottom() < 34;
            if (words.isFree(above) && isNew(above) && (goesOn || hasLabel(above))) {
                found.add(Found.of(Kind.LINE, above));
                last = above;
            }
        }
    }

    /** A line that only parts what stands above and below it has no text on its left, and is wider than a caption. */
    private boolean hasLabel(Box line) {
        Box left = new Box(line.left() - 45, line.top(), line.left() + 3, line.bottom() + 3);
        boolean caption = line.width() < 0.7f * page.drawn().frame().width()
                && !words.isFree(new Box(line.left(), line.bottom(), line.right(), line.bottom() + 11));
        return !words.isFree(left) || caption;
    }

    private boolean isNew(Box box) {
        return found.stream().noneMatch(place -> overlaps(place.box(), box));
    }

    /** Whether other boxes, or things to write on, lie in it. */
    private boolean isContainer(Box box) {
        return boxes.stream().anyMatch(other -> other != box && isInside(other, box))
                || page.drawn().leaders().stream().anyMatch(other -> isInside(other, box))
                || page.drawn().ticks().stream().anyMatch(other -> isInside(other, box));
    }

    private static boolean isInside(Box inner, Box outer) {
        return inner.width() * inner.height() < 0.9f * outer.width() * outer.height()
                && outer.holds(inner.middleX(), inner.middleY());
    }

    private static boolean overlaps(Box one, Box other) {
        return one.left() < other.right() - 1
                && other.left() < one.right() - 1
                && one.top() < other.bottom() - 1
                && other.top() < one.bottom() - 1;
    }

    private static boolean isEdge(Box line, Box box) {
        boolean level = Math.abs(line.middleY() - box.top()) <= 3 || Math.abs(line.middleY() - box.bottom()) <= 3;
        return level && line.left() < box.right() && box.left() < line.right();
    }

    private static boolean isSquare(Box box) {
        float ratio = box.width() / Math.max(1, box.height());
        return box.width() >= SMALLEST_TICK
                && box.width() <= LARGEST_TICK
                && box.height() >= SMALLEST_TICK
                && box.height() <= LARGEST_TICK
                && ratio > 0.65f
                && ratio < 1.5f;
    }

    private boolean isSlot(Box box) {
        return box.width() >= 6
                && box.width() <= 30
                && box.height() >= LOWEST
                && box.height() <= 36
                && words.isFree(box);
    }
}
