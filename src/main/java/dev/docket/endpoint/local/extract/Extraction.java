package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.document.ReadDocument;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.local.label.Vocabulary;
import dev.docket.endpoint.schema.Wanted;
import dev.docket.endpoint.schema.WantedSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds in a document what a schema asks for. The same document and schema always give the same result. */
final class Extraction {
    private final WantedSchema schema;
    private final Map<String, String> keys;
    private final ExtractConfig.Missing policy;

    /** @param keys the property that tells the entries of an array apart, by the array's name */
    Extraction(WantedSchema schema, Map<String, String> keys, ExtractConfig.Missing policy) {
        this.schema = schema;
        this.keys = keys;
        this.policy = policy;
    }

    Filled extract(ReadDocument read) {
        Wanted wanted = schema.wanted();
        CollectTargets asked = CollectTargets.of(wanted, "", "", Label.NONE);
        Vocabulary vocabulary = new Vocabulary();
        addTo(vocabulary, asked);
        String title = wanted.note().title();
        Scene scene = new Scene(read, asked, vocabulary, title == null ? Label.NONE : Label.ofName(title));
        Map<String, List<Values.Named>> others = new FindOthers(scene).find(wanted, "");
        FindCandidates labelled = new FindCandidates(scene);
        FindByForm forms = new FindByForm(scene);
        Map<String, Entries> entries = entries(asked, scene, labelled);
        Values values = new Values(
                singles(asked, scene, labelled, forms, entries.values()), entries, lists(asked, scene, forms), others);
        return new FillSchema(policy).fill(wanted, values);
    }

    private static void addTo(Vocabulary vocabulary, CollectTargets asked) {
        asked.groups().keySet().forEach(vocabulary::add);
        for (Target target : asked.targets()) {
            target.names().forEach(name -> vocabulary.add(name.label()));
            vocabulary.add(target.around());
        }
        for (CollectTargets.ListTarget list : asked.lists()) {
            list.names().forEach(name -> vocabulary.add(name.label()));
            addTo(
                    vocabulary,
                    CollectTargets.of(
                            list.wanted().entry(), "", "", list.names().get(0).label()));
        }
    }

    private static Map<String, Candidate> singles(
            CollectTargets asked, Scene scene, FindCandidates labelled, FindByForm forms, Collection<Entries> entries) {
        FindPartyValues parties = new FindPartyValues(scene);
        FindSums sums = new FindSums(scene, entries);
        List<List<Candidate>> byTarget = new ArrayList<>();
        for (Target target : asked.targets()) {
            WorkStopped.check();
            List<Candidate> candidates = new ArrayList<>(labelled.of(target, entries));
            candidates.addAll(parties.of(target));
            candidates.addAll(forms.of(target));
            candidates.addAll(sums.of(target));
            byTarget.add(candidates);
        }
        return AssignValues.assign(byTarget);
    }

    private Map<String, Entries> entries(CollectTargets asked, Scene scene, FindCandidates labelled) {
        List<CollectTargets.ListTarget> lists = asked.lists().stream()
                .filter(list -> !(list.wanted().entry() instanceof Wanted.Scalar))
                .toList();
        return new FindEntries(scene, labelled, keys).find(lists);
    }

    private static Map<String, List<Candidate>> lists(CollectTargets asked, Scene scene, FindByForm forms) {
        Map<String, List<Candidate>> found = new HashMap<>();
        FindSingles singles = new FindSingles(scene, forms);
        for (CollectTargets.ListTarget list : asked.lists()) {
            WorkStopped.check();
            if (list.wanted().entry() instanceof Wanted.Scalar) {
                found.put(list.path(), singles.find(list));
            }
        }
        return found;
    }
}
