package org.lottrace.edi.x12.internal.exchange;

import java.util.List;
import java.util.stream.Stream;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedSet;
import org.lottrace.edi.x12.internal.syntax.Finding;

/**
 * What became of one transaction set.
 *
 * @param place where it stands in its interchange
 * @param set with all findings of its form
 * @param isTried whether its handler had it, which may have changed something
 * @param isTaken whether it was applied, or is an acknowledgement that can be read
 * @param business what the business refuses it for
 * @param notes what its handler says of it without refusing it
 */
record SetOutcome(
        SetPlace place,
        ExaminedSet set,
        boolean isTried,
        boolean isTaken,
        List<Violation> business,
        List<Violation> notes) {
    SetOutcome {
        business = List.copyOf(business);
        notes = List.copyOf(notes);
    }

    /** @return the same, not taken: what stands around it is wrong */
    SetOutcome refused() {
        return new SetOutcome(place, set, isTried, false, business, notes);
    }

    /** @return the same, not taken: nothing of its interchange is */
    SetOutcome refusedWithOthers() {
        return new SetOutcome(
                place,
                set,
                isTried,
                false,
                List.of(new Violation(
                        "OTHER_SET_REFUSED",
                        ViolationPath.of(PathStep.set(set.set().control())),
                        "nothing is wrong with this set, but another one of the interchange is refused, and it was agreed"
                                + " that then nothing of it is applied; correct that one and send all of them again")),
                notes);
    }

    Stream<Violation> problems() {
        return Stream.concat(set.findings().stream().map(Finding::violation), business.stream());
    }
}
