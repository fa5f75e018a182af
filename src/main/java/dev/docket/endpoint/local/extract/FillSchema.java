package dev.docket.endpoint.local.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.endpoint.schema.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts what was found into the form that a schema asks for. */
final class FillSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ExtractConfig.Missing policy;

    FillSchema(ExtractConfig.Missing policy) {
        this.policy = policy;
    }

    Filled fill(Wanted wanted, Values values) {
        return fill(wanted, "", "", values, true);
    }

    /**
     * @param path the path of the targets, in which alternatives have numbers
     * @param shown the path in the result, as a JSON pointer
     * @param required whether it may not be left out
     */
    private Filled fill(Wanted wanted, String path, String shown, Values values, boolean required) {
        WorkStopped.check();
        if (wanted instanceof Wanted.Scalar scalar) {
            return scalar(scalar, path, shown, values, required);
        } else if (wanted instanceof Wanted.Fields fields) {
            return fields(fields, path, shown, values, required);
        } else if (wanted instanceof Wanted.Entries entries) {
            return entries(entries, path, shown, values, required);
        } else if (wanted instanceof Wanted.Either either) {
            return either(either, path, shown, values, required);
        }
        return notFound(wanted, shown, required);
    }

    private Filled scalar(Wanted.Scalar scalar, String path, String shown, Values values, boolean required) {
        Candidate found = values.singles().get(path);
        if (found != null) {
            return Filled.single(found.value(), found.likelihood(), found.likelihood());
        }
        if (scalar.choices().size() == 1
                && !scalar.nullable()
                && scalar.rule().accepts(scalar.choices().get(0))) {
            // The schema leaves no choice, so this is not a finding.
            return Filled.single(scalar.choices().get(0), 1, 0);
        }
        JsonNode preset = scalar.note().preset();
        if (required && !scalar.nullable() && preset != null && scalar.rule().accepts(preset)) {
            return Filled.single(preset, 0, 0);
        }
        JsonNode empty = EmptyValue.of(scalar);
        if (required && !scalar.nullable() && policy == ExtractConfig.Missing.EMPTY && empty != null) {
            return Filled.single(empty, 0, 0);
        }
        return notFound(scalar, shown, required);
    }

    private Filled notFound(Wanted wanted, String shown, boolean required) {
        if (wanted.nullable()) {
            return Filled.nothing();
        }
        if (!required) {
            return Filled.absent();
        }
        return policy == ExtractConfig.Missing.NULL ? Filled.nothing() : Filled.missing(shown.isEmpty() ? "/" : shown);
    }

    private Filled fields(Wanted.Fields fields, String path, String shown, Values values, boolean required) {
        ObjectNode value = JSON.objectNode();
        ObjectNode likelihood = JSON.objectNode();
        List<String> missing = new ArrayList<>();
        double sure = 0;
        for (Wanted.Property property : fields.properties()) {
            String name = property.name();
            String place = shown + "/" + name.replace("~", "~0").replace("/", "~1");
            Filled filled = fill(property.wanted(), path + "/" + name, place, values, property.required());
            missing.addAll(filled.missing());
            sure += filled.sure();
            if (filled.value() != null) {
                value.set(name, filled.value());
                likelihood.set(name, filled.likelihood());
            }
        }
        for (Values.Named other : values.others().getOrDefault(path, List.of())) {
            Filled filled = Filled.single(
                    other.value().value(),
                    other.value().likelihood(),
                    other.value().likelihood());
            value.set(other.name(), filled.value());
            likelihood.set(other.name(), filled.likelihood());
            sure += filled.sure();
        }
        boolean dispensable = fields.nullable() || !required;
        if (dispensable && (sure == 0 || !missing.isEmpty())) {
            return fields.nullable() ? Filled.nothing() : Filled.absent();
        }
        return new Filled(value, likelihood, sure, missing);
    }

    private Filled entries(Wanted.Entries entries, String path, String shown, Values values, boolean required) {
        ArrayNode value = JSON.arrayNode();
        ArrayNode likelihood = JSON.arrayNode();
        List<String> missing = new ArrayList<>();
        double sure = 0;
        for (Filled each : all(entries, path, shown, values)) {
            missing.addAll(each.missing());
            if (each.isComplete() && each.value() != null && value.size() < entries.most()) {
                value.add(each.value());
                likelihood.add(each.likelihood());
                sure += each.sure();
            }
        }
        if (value.isEmpty() && missing.isEmpty() && (entries.nullable() || !required)) {
            return entries.nullable() ? Filled.nothing() : Filled.absent();
        }
        if (value.size() < entries.least() && missing.isEmpty()) {
            return notFound(entries, shown, required);
        }
        return new Filled(value, likelihood, sure, missing);
    }

    /** The entries; one that lacks what most others have is no entry. */
    private List<Filled> all(Wanted.Entries entries, String path, String shown, Values values) {
        List<Filled> all = new ArrayList<>();
        for (Candidate single : values.lists().getOrDefault(path, List.of())) {
            all.add(Filled.single(single.value(), single.likelihood(), single.likelihood()));
        }
        Entries found = values.entries().get(path);
        if (found != null) {
            for (Map<String, Candidate> row : found.rows()) {
                String place = shown + "/" + all.size();
                all.add(fill(entries.entry(), "", place, Values.of(row), true));
            }
        }
        long complete = all.stream().filter(Filled::isComplete).count();
        return 2 * complete >= all.size() && complete > 0
                ? all.stream().filter(Filled::isComplete).toList()
                : all;
    }

    private Filled either(Wanted.Either either, String path, String shown, Values values, boolean required) {
        Filled best = null;
        int at = 0;
        for (Wanted alternative : either.alternatives()) {
            Filled filled = fill(alternative, path + "|" + at++, shown, values, required);
            boolean better = best == null
                    || filled.isComplete() && !best.isComplete()
                    || filled.isComplete() == best.isComplete() && filled.sure() > best.sure();
            best = better ? filled : best;
        }
        boolean found = best != null && best.sure() > 0;
        return !found && either.nullable() ? Filled.nothing() : best;
    }
}
