package dev.docket.endpoint.local.split;

import dev.docket.endpoint.document.Page;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.label.Concepts;
import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.local.label.MatchLabels;
import dev.docket.endpoint.local.label.Words;
import dev.docket.endpoint.local.topic.SeenPage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Divides the pages of a section by the values of a key, as an invoice number, where they are labelled as such. */
final class PartitionPages {
    private static final double FITS = 0.55;
    private static final int MOST = 2000;

    /** What stands higher on a page than this belongs to the head of what begins on it. */
    private static final double HEAD = 0.45;

    /** A key's value at its place. */
    private record Keyed(int page, String value, double top, double fits) {}

    private final List<Page> pages;
    private final Label wanted;
    private final MatchLabels match;

    private PartitionPages(List<Page> pages, String key, String topic) {
        this.pages = pages;
        wanted = Label.ofName(key);
        Set<String> kinds = new HashSet<>(Label.ofName(topic).concepts());
        kinds.removeIf(concept -> !Concepts.KNOWN.isKind(concept));
        match = new MatchLabels(kinds);
    }

    /** The partitions in their order; empty when no value of the key is found. */
    static List<Partition> partitions(List<Page> pages, Section section, String key, String topic) {
        PartitionPages work = new PartitionPages(pages, key, topic);
        return work.partitions(section, work.keyed(section));
    }

    /** The values of the label that fits best; those of others that fit less are of something else. */
    private List<Keyed> keyed(Section section) {
        List<Keyed> all = new ArrayList<>();
        double best = FITS;
        for (int page = section.first(); page <= section.last() && all.size() < MOST; page++) {
            WorkStopped.check();
            for (LabelledValue each : FindLabelledValues.of(SeenPage.of(pages.get(page)))) {
                double fits = match.score(wanted, Label.NONE, each.label(), Label.NONE, Label.NONE);
                if (fits >= FITS) {
                    all.add(new Keyed(page, each.value(), each.top(), fits));
                    best = Math.max(best, fits);
                }
            }
        }
        double least = 0.9 * best;
        all.removeIf(each -> each.fits() < least);
        return all;
    }

    private List<Partition> partitions(Section section, List<Keyed> keyed) {
        List<Keyed> changes = new ArrayList<>();
        for (Keyed each : keyed) {
            Keyed before = changes.isEmpty() ? null : changes.get(changes.size() - 1);
            if (before == null || !isSame(before.value(), each.value())) {
                changes.add(each);
            }
        }
        Map<String, Partition> partitions = new LinkedHashMap<>();
        for (int at = 0; at < changes.size(); at++) {
            Partition part = part(section, changes, at);
            partitions.merge(spelling(part.key()), part, PartitionPages::joined);
        }
        return List.copyOf(partitions.values());
    }

    private static Partition part(Section section, List<Keyed> changes, int at) {
        int first = at == 0 ? section.first() : changes.get(at).page();
        if (at + 1 == changes.size()) {
            return new Partition(changes.get(at).value(), pages(first, section.last()), start(changes, at), 1);
        }
        Keyed next = changes.get(at + 1);
        double border = start(changes, at + 1);
        // What begins at the top of a page leaves all before it to what came before.
        int last = border == 0 ? next.page() - 1 : next.page();
        return new Partition(changes.get(at).value(), pages(first, last), start(changes, at), border == 0 ? 1 : border);
    }

    private static List<Integer> pages(int first, int last) {
        return IntStream.rangeClosed(first + 1, last + 1).boxed().toList();
    }

    private static Partition joined(Partition one, Partition again) {
        TreeSet<Integer> pages = new TreeSet<>(one.pages());
        pages.addAll(again.pages());
        return new Partition(one.key(), List.copyOf(pages), one.start(), again.end());
    }

    /** The first that is named on a page, in its head, has the page from its top on. */
    private static double start(List<Keyed> changes, int at) {
        Keyed here = changes.get(at);
        if (at == 0) {
            return 0;
        }
        boolean alone = changes.get(at - 1).page() < here.page();
        return alone && here.top() <= HEAD ? 0 : Math.round(1000 * here.top()) / 1000.0;
    }

    private static boolean isSame(String one, String other) {
        return spelling(one).equals(spelling(other));
    }

    private static String spelling(String value) {
        List<String> words = Words.of(value);
        return words.isEmpty() ? value : String.join(" ", words);
    }
}
