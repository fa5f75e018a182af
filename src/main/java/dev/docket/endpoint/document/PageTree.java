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

    static void check(PDDocument pdf) {
        // Those that were seen are passed over: a tree that meets itself would have no end.
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> level = new ArrayDeque<>();
        COSDictionary catalog = pdf.getDocumentCatalog().getCOSObject();
        addKid(catalog.getDictionaryObject(COSName.PAGES), seen, level);
        for (int depth = 0; !level.isEmpty(); depth++) {
            WorkStopped.check();
            if (depth > DEEPEST) {
                throw DocumentRefused.tooLarge("levels of pages", DEEPEST);
            }
            for (int left = level.size(); left > 0; left--) {
                addKids(level.remove(), seen, level);
            }
        }
    }

    private static void addKids(COSBase node, Set<COSBase> seen, Deque<COSBase> below) {
        if (node instanceof COSDictionary pages && pages.getDictionaryObject(COSName.KIDS) instanceof COSArray kids) {
            for (int i = 0; i < kids.size(); i++) {
                addKid(kids.getObject(i), seen, below);
            }
        }
    }

    private static void addKid(COSBase kid, Set<COSBase> seen, Deque<COSBase> below) {
        if (kid != null && seen.add(kid)) {
            below.add(kid);
        }
    }
}
