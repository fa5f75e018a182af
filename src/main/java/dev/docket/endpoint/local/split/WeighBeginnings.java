package dev.docket.endpoint.local.split;

import dev.docket.endpoint.document.WorkStopped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Weighs for each page of a stack whether a document begins on it. */
final class WeighBeginnings {
    /** Without any clue a page goes on with the one before. */
    private static final double AT_FIRST = -1.2;

    private static final int REMEMBERED = 5;

    private final Stack stack;
    private final Map<String, String> documentNumbers = new HashMap<>();
    private final Map<String, Integer> seenAt = new HashMap<>();

    private WeighBeginnings(Stack stack) {
        this.stack = stack;
    }

    static List<Beginning> weigh(Stack stack) {
        WeighBeginnings weigh = new WeighBeginnings(stack);
        List<Beginning> all = new ArrayList<>();
        for (int page = 0; page < stack.size(); page++) {
            WorkStopped.check();
            all.add(page == 0 ? new Beginning(0, "") : weigh.page(page));
            weigh.remember(page);
        }
        return all;
    }

    private Beginning page(int at) {
        PageTraits page = stack.page(at);
        Clues clues = new Clues(AT_FIRST);
        if (page.blank()) {
            clues.contra(10);
            return clues.sum();
        }
        int before = at - 1;
        while (before > 0 && stack.page(before).blank()) {
            before--;
        }
        if (before < at - 1) {
            // The back of a sheet is blank too; what follows then has no heading.
            clues.pro(page.heading().isEmpty() ? 1.5 : 4, "a blank page stands before it");
        }
        if (!stack.page(before).blank()) {
            numbers(stack.number(before), stack.number(at), clues);
            documentNumbers(at, clues);
            labelled(stack.page(before), page, clues);
            edges(before, at, clues);
            heading(stack.page(before), page, clues);
            marks(stack.page(before).marks(), page.marks(), clues);
            setting(stack.page(before).shape(), page.shape(), clues);
            words(before, at, clues);
        }
        return clues.sum();
    }

    private static void numbers(PageNumber before, PageNumber here, Clues clues) {
        if (here == null) {
            if (before != null && before.total() > 0) {
                clues.contra(before.isLast() ? 0 : 2);
                clues.pro(before.isLast() ? 2.5 : 0, "the page before it is the last by its number");
            }
            return;
        }
        boolean follows = before != null && before.isFollowedBy(here);
        if (here.number() == 1) {
            clues.pro(5, "it is numbered " + here);
        } else if (follows) {
            clues.contra(5);
        } else if (before == null) {
            clues.contra(2);
        } else {
            clues.pro(before.isLast() && before.total() > 0 ? 2.5 : 0.5, "its page number does not follow");
        }
    }

    /** A number that changes parts two documents of a kind; one that stays holds pages together. */
    private void documentNumbers(int at, Clues clues) {
        boolean same = false;
        String changed = null;
        for (Map.Entry<String, String> number : stack.page(at).documentNumbers().entrySet()) {
            String before = documentNumbers.get(number.getKey());
            if (before != null && at - seenAt.get(number.getKey()) <= REMEMBERED) {
                same |= before.equals(number.getValue());
                changed = before.equals(number.getValue()) ? changed : number.getKey();
            }
        }
        if (same) {
            clues.contra(changed == null ? 3 : 1);
        }
        if (changed != null) {
            clues.pro(same ? 1 : 4, "its " + changed + " is another");
        }
    }

    /** The same labels with other values are the head of another document of a kind; less so without a heading. */
    private static void labelled(PageTraits before, PageTraits here, Clues clues) {
        int same = 0;
        int changed = 0;
        for (Map.Entry<Integer, Integer> each : here.labelled().entrySet()) {
            Integer value = before.labelled().get(each.getKey());
            same += each.getValue().equals(value) ? 1 : 0;
            changed += value != null && !each.getValue().equals(value) ? 1 : 0;
        }
        if (changed > 1 && changed > same) {
            clues.pro(
                    Math.min(here.heading().isEmpty() ? 1.5 : 4, 1.3 * changed),
                    "what it says of itself in its upper half is another");
        }
        clues.contra(same > 1 && same > changed ? 1 : 0);
    }

    private void remember(int at) {
        stack.page(at).documentNumbers().forEach((name, number) -> {
            documentNumbers.put(name, number);
            seenAt.put(name, at);
        });
    }

    private void edges(int before, int at, Clues clues) {
        int shared = stack.sharedEdges(before, at);
        clues.contra(Math.min(2.2, shared));
        if (shared == 0) {
            boolean ended = before > 0 && stack.sharedEdges(before - 1, before) > 0;
            boolean begins = at + 1 < stack.size() && stack.sharedEdges(at, at + 1) > 0;
            clues.pro(ended ? 1 : 0.3, "its head and foot are others");
            clues.pro(begins ? 1 : 0, "its head and foot are others");
        }
        clues.contra(Math.min(2.5, 1.2 * stack.sharedCodes(before, at)));
    }

    private static void heading(PageTraits before, PageTraits page, Clues clues) {
        if (page.heading().isEmpty()) {
            clues.contra(before.heading().isEmpty() ? 0 : 0.5);
        } else if (page.heading().equals(before.heading())) {
            clues.contra(0.5);
        } else {
            clues.pro(page.headingSize() >= 1.5 ? 2 : 1, "it has the heading \"" + page.heading() + '"');
        }
    }

    private static void marks(PageTraits.Marks before, PageTraits.Marks here, Clues clues) {
        if (here.opens()) {
            clues.pro(before.closes() ? 3 : 2, "it begins as a letter does");
        }
        if (before.closes()) {
            clues.pro(1, "the page before it ends as letters do");
        }
        if (here.continues() || before.isContinued()) {
            clues.contra(4);
        }
        if (here.startsInside()) {
            clues.contra(before.endsInside() ? 3 : 1.5);
        } else if (before.endsInside()) {
            clues.contra(0.3);
        }
    }

    private static void setting(PageTraits.Shape before, PageTraits.Shape here, Clues clues) {
        if (before.width() == 0 || here.width() == 0) {
            return;
        }
        boolean sized = Math.abs(before.width() - here.width()) > 0.03 * before.width()
                || Math.abs(before.height() - here.height()) > 0.03 * before.height();
        if (sized) {
            clues.pro(1.5, "its paper has another size");
        }
        if (Math.abs(before.size() - here.size()) > 0.08 * before.size()) {
            clues.pro(1, "its text is set in another size");
        } else {
            clues.contra(0.3);
        }
        if (Math.abs(before.left() - here.left()) > 4) {
            clues.pro(0.7, "its text is set to another margin");
        } else {
            clues.contra(0.3);
        }
    }

    private void words(int before, int at, Clues clues) {
        double alike = stack.alike(before, at);
        if (alike < 0.08) {
            clues.pro(0.7, "its words are others");
        } else {
            clues.contra(Math.min(1.5, 2.5 * alike));
        }
    }
}
