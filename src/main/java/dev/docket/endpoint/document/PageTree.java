package dev.docket.endpoint.document;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Looks how deep the pages of a PDF lie within one another, before PDFBox goes down to them by recursion: how far a stack
 * reaches depends on how the program was compiled, and what is answered must not.
 */
final class PageTree {
    /** A thousand pages are three levels deep as programs write them, and a thousand if one writes them as a list. */
    private static final int DEEPEST = 1000;

    private PageTree() {}

    /** In the order of whoever goes down by recursion, who need not come to a page by the shortest way. */
    static void check(PDDocument pdf) {
        // Those that were seen are passed over: a tree that meets itself would have no end.
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Kids> path = new ArrayDeque<>();
        COSDictionary catalog = pdf.getDocumentCatalog().getCOSObject();
        enter(catalog.getDictionaryObject(COSName.PAGES), seen, path);
        while (!path.isEmpty()) {
            WorkStopped.check();
            if (path.size() > DEEPEST) {
                throw DocumentRefused.tooLarge("levels of pages", DEEPEST);
            }
            Kids kids = path.peek();
            if (kids.next == kids.array.size()) {
                path.pop();
            } else {
                enter(kids.array.getObject(kids.next++), seen, path);
            }
        }
    }

    private static void enter(COSBase node, Set<COSBase> seen, Deque<Kids> path) {
        if (node instanceof COSDictionary pages
                && pages.getDictionaryObject(COSName.KIDS) instanceof COSArray array
                && seen.add(node)) {
            path.push(new Kids(array));
        }
    }

    /** What lies below one node, and how far it has been looked at. */
    private static final class Kids {
        private final COSArray array;
        private int next;

        private Kids(COSArray array) {
            this.array = array;
        }
    }
}
