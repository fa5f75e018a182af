package dev.docket.endpoint.document;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.util.Matrix;

/** Follows path instructions and keeps the straight lines that get painted: strokes, and filled bars so thin that they
 * are meant as strokes. */
final class CaptureRulings {
    /** Drawings with more lines than this are pictures, and looking for tables in them would take long. */
    private static final int MOST = 4000;

    /** How many rectangles back one is looked for that lies behind another. */
    private static final int PANELS = 200;

    private static final float THIN = 3;
    private static final float SHORTEST = 4;

    private record Stretch(float x1, float y1, float x2, float y2) {}

    private final List<Stretch> painted = new ArrayList<>();
    private final List<Stretch> boxes = new ArrayList<>();
    private final FollowFill fill = new FollowFill();
    private final List<Stretch> path = new ArrayList<>();
    private final List<Stretch> rectangles = new ArrayList<>();
    private float startX;
    private float startY;
    private float x;
    private float y;

    void see(String operator, List<COSBase> operands, Matrix matrix) {
        switch (operator) {
            case "m" -> move(operands, matrix);
            case "l" -> line(operands, matrix);
            case "c", "v", "y" -> jump(operands, matrix);
            case "h" -> close();
            case "re" -> rectangle(operands, matrix);
            case "S", "B", "B*" -> paint(true);
            case "s", "b", "b*" -> {
                close();
                paint(true);
            }
            case "f", "F", "f*" -> paint(false);
            case "n" -> paint(null);
            default -> fill.see(operator, operands);
        }
    }

    /** The rectangles on the page as it is read: those with an outline, and those filled so that they can be seen. */
    List<Box> boxes(Upright upright) {
        return boxes.stream()
                .map(stretch -> upright.box(stretch.x1, stretch.y1, stretch.x2, stretch.y2))
                .toList();
    }

    /** The lines on the page as it is read. */
    List<Ruling> turned(Upright upright) {
        if (painted.size() > MOST) {
            return List.of();
        }
        return painted.stream()
                .map(stretch -> new Ruling(upright.box(stretch.x1, stretch.y1, stretch.x2, stretch.y2)))
                .toList();
    }

    private void move(List<COSBase> operands, Matrix matrix) {
        jump(operands, matrix);
        startX = x;
        startY = y;
    }

    private void line(List<COSBase> operands, Matrix matrix) {
        float fromX = x;
        float fromY = y;
        jump(operands, matrix);
        path.add(new Stretch(fromX, fromY, x, y));
    }

    private void jump(List<COSBase> operands, Matrix matrix) {
        int size = operands.size();
        if (size >= 2) {
            var point = matrix.transformPoint(number(operands, size - 2), number(operands, size - 1));
            x = point.x;
            y = point.y;
        }
    }

    private void close() {
        path.add(new Stretch(x, y, startX, startY));
        x = startX;
        y = startY;
    }

    private void rectangle(List<COSBase> operands, Matrix matrix) {
        if (operands.size() == 4) {
            float left = number(operands, 0);
            float low = number(operands, 1);
            var from = matrix.transformPoint(left, low);
            var to = matrix.transformPoint(left + number(operands, 2), low + number(operands, 3));
            rectangles.add(new Stretch(from.x, from.y, to.x, to.y));
        }
    }

    /** Ends the path: stroked, filled, or null for neither. */
    private void paint(Boolean stroked) {
        if (stroked != null && painted.size() <= MOST) {
            rectangles.forEach(rectangle -> addRectangle(rectangle, stroked));
            path.stream().filter(stretch -> stroked).forEach(this::add);
        }
        path.clear();
        rectangles.clear();
    }

    private void addRectangle(Stretch r, boolean stroked) {
        if (Math.abs(r.x1 - r.x2) <= THIN || Math.abs(r.y1 - r.y2) <= THIN) {
            add(r);
        } else if (stroked) {
            boxes.add(r);
            add(new Stretch(r.x1, r.y1, r.x2, r.y1));
            add(new Stretch(r.x1, r.y2, r.x2, r.y2));
            add(new Stretch(r.x1, r.y1, r.x1, r.y2));
            add(new Stretch(r.x2, r.y1, r.x2, r.y2));
        } else if (boxes.size() < MOST && (!fill.isWhite() || isOnPanel(r))) {
            boxes.add(r);
        }
    }

    /** Whether a coloured area lies around it, so that even white can be seen. */
    private boolean isOnPanel(Stretch r) {
        float x = (r.x1 + r.x2) / 2;
        float y = (r.y1 + r.y2) / 2;
        int last = boxes.size() - 1;
        for (int at = last; at >= 0 && at > last - PANELS; at--) {
            Stretch panel = boxes.get(at);
            boolean across = Math.min(panel.x1, panel.x2) < x && x < Math.max(panel.x1, panel.x2);
            if (across && Math.min(panel.y1, panel.y2) < y && y < Math.max(panel.y1, panel.y2)) {
                return true;
            }
        }
        return false;
    }

    private void add(Stretch stretch) {
        float width = Math.abs(stretch.x1 - stretch.x2);
        float height = Math.abs(stretch.y1 - stretch.y2);
        if (Math.min(width, height) <= THIN && Math.max(width, height) >= SHORTEST) {
            painted.add(stretch);
        }
    }

    private static float number(List<COSBase> operands, int at) {
        return operands.get(at) instanceof COSNumber number ? number.floatValue() : 0;
    }
}
