package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.document.KeyValue;
import dev.docket.endpoint.document.KeyValues;
import dev.docket.endpoint.local.label.Label;
import dev.docket.endpoint.schema.Wanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fills objects that take any property with the labels and values that the document has. */
final class FindOthers {
    private static final int MOST = 500;
    private static final double LIKELIHOOD = 0.6;

    private final Scene scene;
    private final Map<String, List<Values.Named>> found = new HashMap<>();

    FindOthers(Scene scene) {
        this.scene = scene;
    }

    /** By the paths of the objects. */
    Map<String, List<Values.Named>> find(Wanted wanted, String path) {
        if (wanted instanceof Wanted.Fields fields) {
            if (fields.others() instanceof Wanted.Scalar scalar) {
                found.put(path, pairs(scalar, path));
            }
            fields.properties().forEach(property -> find(property.wanted(), path + "/" + property.name()));
        } else if (wanted instanceof Wanted.Either either) {
            int at = 0;
            for (Wanted alternative : either.alternatives()) {
                find(alternative, path + "|" + at++);
            }
        }
        return found;
    }

    private List<Values.Named> pairs(Wanted.Scalar scalar, String path) {
        List<Values.Named> pairs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (KeyValue pair : KeyValues.of(scene.read)) {
            Target target =
                    new Target(path, scalar, NameProperty.names(pair.label(), scalar.note(), Label.NONE), Label.NONE);
            Fit fit = scene.fits.fit(target, ReadRows.spot(pair.value()));
            if (fit != null && pairs.size() < MOST && names.add(pair.label())) {
                Candidate value = new Candidate(target, fit.value(), LIKELIHOOD * Math.max(0.5, fit.weight()), null);
                pairs.add(new Values.Named(pair.label(), value));
            }
        }
        return pairs;
    }
}
