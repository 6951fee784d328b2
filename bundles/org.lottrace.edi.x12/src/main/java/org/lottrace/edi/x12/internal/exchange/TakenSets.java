package org.lottrace.edi.x12.internal.exchange;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedGroup;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedInterchange;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedSet;

/**
 * Which transaction sets were applied under a control number of which a part was taken, each known by group, number and content. The
 * record of the interchange says it, so that a corrected text is the turn of the others only.
 *
 * @param paths one for each set, as it stands in the record
 */
record TakenSets(Set<String> paths) {
    /** In the record: this set was applied. */
    static final String CODE = "SET_TAKEN";
    /** Of a corrected text: it changes what was applied. */
    static final String CHANGED = "TAKEN_SET_CHANGED";

    private static final Set<String> ENVELOPE = Set.of("ST", "SE", "UNH", "UNT");
    private static final int DIGITS = 32;

    TakenSets {
        paths = Set.copyOf(paths);
    }

    static TakenSets in(InterchangeRecord record) {
        return new TakenSets(record.problems().stream()
                .filter(problem -> problem.code().equals(CODE))
                .map(problem -> problem.path().toString())
                .collect(Collectors.toSet()));
    }

    /** @return what is kept of each set that was applied */
    static List<Violation> notes(Verdict verdict) {
        return verdict.sets().stream()
                .filter(SetOutcome::isTaken)
                .map(set -> note(verdict.interchange().groups().get(set.place().group()), set.set()))
                .toList();
    }

    private static Violation note(ExaminedGroup group, ExaminedSet set) {
        return new Violation(
                CODE,
                ViolationPath.of(
                        PathStep.group(name(group)),
                        PathStep.set(set.set().control()),
                        PathStep.words(fingerprint(set))),
                "was applied; it is not applied again");
    }

    /** Messages of EDIFACT need no group. */
    private static String name(ExaminedGroup group) {
        return group.group().control().isEmpty() ? "-" : group.group().control();
    }

    /** @return what is certain of the sets of a text under the same number: they were applied, or would change what was */
    Map<SetPlace, SetOutcome> outcomes(ExaminedInterchange interchange) {
        Set<String> places = paths.stream()
                .map(path -> path.substring(0, path.lastIndexOf(" / ") + 1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<SetPlace, SetOutcome> outcomes = new HashMap<>();
        for (int g = 0; g < interchange.groups().size(); g++) {
            ExaminedGroup group = interchange.groups().get(g);
            for (int s = 0; s < group.sets().size(); s++) {
                ExaminedSet set = group.sets().get(s);
                SetPlace place = new SetPlace(g, s);
                String path = note(group, set).path().toString();
                if (paths.contains(path)) {
                    outcomes.put(place, new SetOutcome(place, set, false, true, List.of(), List.of()));
                } else if (places.contains(path.substring(0, path.lastIndexOf(" / ") + 1))) {
                    outcomes.put(place, new SetOutcome(place, set, false, false, List.of(changed(set)), List.of()));
                }
            }
        }
        return outcomes;
    }

    private static Violation changed(ExaminedSet set) {
        return new Violation(
                CHANGED,
                ViolationPath.of(PathStep.set(set.set().control())),
                "the set was applied before with other content, which stays; send a change under a number of its own");
    }

    /** Without ST and SE, and without regard to delimiters. */
    private static String fingerprint(ExaminedSet set) {
        TextHash hash = new TextHash().add(set.set().code());
        String between = "";
        for (SetSegment segment : set.segments()) {
            if (!ENVELOPE.contains(segment.tag())) {
                hash.add(between + String.join("\u001D", segment.elements()));
                between = "\u001E";
            }
        }
        return hash.hex().substring(0, DIGITS);
    }
}
