package dev.docket.endpoint.local.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pages of a stack beside each other: what is common to most of them tells nothing about where one begins. */
final class Stack {
    private static final int SHORTEST = 3;
    private static final double COMMON = 0.8;
    private static final double RUNNING_THROUGH = 0.9;

    private final List<PageTraits> pages;
    private final Map<Integer, Integer> edges = new HashMap<>();
    private final Map<Integer, Integer> codes = new HashMap<>();
    private final Map<Integer, Integer> terms = new HashMap<>();
    private final boolean stamped;

    Stack(List<PageTraits> pages) {
        this.pages = pages;
        for (PageTraits page : pages) {
            count(page.edges(), edges);
            count(page.codes(), codes);
            count(page.terms(), terms);
        }
        stamped = isStamped();
    }

    private static void count(int[] values, Map<Integer, Integer> counts) {
        for (int value : values) {
            counts.merge(value, 1, Integer::sum);
        }
    }

    int size() {
        return pages.size();
    }

    PageTraits page(int at) {
        return pages.get(at);
    }

    /** The number that counts for a page; not one that runs through the whole stack. Null when there is none. */
    PageNumber number(int at) {
        for (PageNumber number : pages.get(at).numbers()) {
            if (!stamped || !isRunning(number, at)) {
                return number;
            }
        }
        return null;
    }

    private boolean isStamped() {
        List<Integer> written = new ArrayList<>();
        int running = 0;
        for (int at = 0; at < pages.size(); at++) {
            int page = at;
            if (!pages.get(at).blank()) {
                written.add(at);
                running += pages.get(at).numbers().stream().anyMatch(number -> isRunning(number, page)) ? 1 : 0;
            }
        }
        return written.size() >= SHORTEST && running >= RUNNING_THROUGH * written.size();
    }

    private boolean isRunning(PageNumber number, int at) {
        return number.number() == at + 1 && (number.total() == 0 || number.total() == pages.size());
    }

    /** How many lines at the edges of two pages are the same, without those that most pages have. */
    int sharedEdges(int one, int other) {
        return shared(pages.get(one).edges(), pages.get(other).edges(), edges, COMMON);
    }

    /** How many codes two pages share that few other pages have. */
    int sharedCodes(int one, int other) {
        return shared(pages.get(one).codes(), pages.get(other).codes(), codes, 0.5);
    }

    private int shared(int[] one, int[] other, Map<Integer, Integer> counts, double common) {
        int shared = 0;
        for (int value : one) {
            boolean rare = pages.size() <= SHORTEST || counts.get(value) <= common * pages.size();
            shared += rare && Arrays.binarySearch(other, value) >= 0 ? 1 : 0;
        }
        return shared;
    }

    /** How alike the words of two pages are, from 0 to 1; rare ones count more. */
    double alike(int one, int other) {
        double both = 0;
        double all = 0;
        int[] second = pages.get(other).terms();
        for (int term : pages.get(one).terms()) {
            double weight = rarity(term);
            all += weight;
            both += Arrays.binarySearch(second, term) >= 0 ? weight : 0;
        }
        for (int term : second) {
            all += rarity(term);
        }
        return all == 0 ? 0 : 2 * both / all;
    }

    private double rarity(int term) {
        return Math.log(1 + (double) pages.size() / terms.get(term));
    }
}
