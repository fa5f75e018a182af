package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.document.DocumentType;
import dev.docket.endpoint.document.ReadDocument;
import dev.docket.endpoint.local.label.Concepts;
import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.local.label.MatchLabels;
import dev.docket.endpoint.local.label.Vocabulary;
import dev.docket.endpoint.local.value.Spelling;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A document as it looks to someone who knows what is asked for: its spots, parties and tables. */
final class Scene {
    private static final int TITLE_LINES = 15;

    final ReadDocument read;
    final Pages pages;
    final Spelling spelling;
    final Vocabulary vocabulary;
    final MatchLabels match;
    final FitScalar fits;
    final List<Spot> spots;
    final List<TableView> tables;
    final List<Party> parties;

    Scene(ReadDocument read, CollectTargets asked, Vocabulary vocabulary, Label title) {
        this.read = read;
        this.vocabulary = vocabulary;
        pages = new Pages(read);
        ReadData data = read.type() == DocumentType.TEXT ? ReadData.read(read.text()) : ReadData.read("");
        Spelling seen = Spelling.of(read.text());
        spelling = data.hasDecimals() ? seen.withPoint() : seen;
        match = new MatchLabels(kinds(title));
        fits = new FitScalar(spelling);
        Sections sections = new Sections(pages, asked.groups(), match, vocabulary);
        spots = Stream.concat(data.spots().stream(), FindSpots.find(read, pages, vocabulary).stream())
                .map(spot -> spot.section().isEmpty() ? spot.in(sections.above(spot.value())) : spot)
                .toList();
        tables = Stream.concat(data.tables().stream(), FindTables.find(read).stream())
                .toList();
        parties = FindParties.find(pages, sections, vocabulary, spelling);
    }

    /** The kinds of documents that the schema is called after, and those that the first lines name. */
    private Set<String> kinds(Label title) {
        Set<String> kinds = new HashSet<>(title.concepts());
        if (pages.count() > 0) {
            pages.lines(0).stream()
                    .limit(TITLE_LINES)
                    .flatMap(List::stream)
                    .filter(bit -> bit.text().length() <= 30)
                    .forEach(bit -> kinds.addAll(Label.of(bit.text()).concepts()));
        }
        kinds.removeIf(concept -> !Concepts.KNOWN.isKind(concept));
        return kinds;
    }
}
