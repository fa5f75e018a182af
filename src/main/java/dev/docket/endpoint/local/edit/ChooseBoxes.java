package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.local.value.ReadFlag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Chooses among the boxes that stand beside one question. */
final class ChooseBoxes {
    private static final Pattern SEVERAL = Pattern.compile("\\s*[,;/]\\s*(?:and\\s+)?|\\s+(?:and|und|et|y|e)\\s+");

    private final List<Spot> spots;
    private final Map<String, List<Integer>> byQuestion = new LinkedHashMap<>();
    private final List<String> questions;
    private final NameIndex index;

    ChooseBoxes(List<Spot> spots) {
        this.spots = spots;
        for (int spot = 0; spot < spots.size(); spot++) {
            String question = spots.get(spot).group();
            if (!question.isEmpty()) {
                byQuestion.computeIfAbsent(question, none -> new ArrayList<>()).add(spot);
            }
        }
        questions = List.copyOf(byQuestion.keySet());
        index = new NameIndex(questions.stream().map(List::of).toList());
    }

    List<String> questions() {
        return questions;
    }

    /**
     * The boxes to tick for "Sex: female", where female is one of those beside that question. To tick a question is to
     * say yes to it.
     *
     * @param taken the places that serve another wish; those that are chosen are added
     */
    List<Integer> choose(Wish wish, Set<Integer> taken) {
        Optional<NameIndex.Fit> question = index.fits(wish.label()).stream().findFirst();
        if (question.isEmpty() || wish.act() == Wish.Act.LEAVE) {
            return List.of();
        }
        List<Integer> boxes = byQuestion.get(questions.get(question.get().spot())).stream()
                .filter(box -> !taken.contains(box) && !spots.get(box).locked())
                .toList();
        NameIndex options =
                new NameIndex(boxes.stream().map(box -> spots.get(box).names()).toList());
        String said = wish.act() == Wish.Act.WRITE ? wish.value() : wish.act() == Wish.Act.TICK ? "yes" : "no";
        List<String> values = options.fits(said).isEmpty() ? List.of(SEVERAL.split(said)) : List.of(said);
        List<Integer> chosen = new ArrayList<>();
        for (String value : values) {
            options.fits(value).stream()
                    .map(NameIndex.Fit::spot)
                    .findFirst()
                    .or(() -> sameFlag(boxes, value))
                    .map(boxes::get)
                    .filter(taken::add)
                    .ifPresent(chosen::add);
        }
        return chosen;
    }

    /** "Smoker: true" for a box that is called yes. */
    private Optional<Integer> sameFlag(List<Integer> boxes, String value) {
        Optional<Boolean> flag = ReadFlag.read(value);
        for (int at = 0; flag.isPresent() && at < boxes.size(); at++) {
            if (ReadFlag.read(spots.get(boxes.get(at)).description()).equals(flag)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }
}
