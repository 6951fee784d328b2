package org.lottrace.api.edi;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.violation.Violation;

/**
 * An interchange of the log, read with the mapping in use and with its draft.
 *
 * @param interchange which one
 * @param fields how many facts the draft reads in it
 * @param differences what is read otherwise, in the order of the file
 * @param problemsBefore what is wrong with it as it is read today
 * @param problemsAfter what is wrong with it as the draft reads it
 */
public record TriedDocument(
        InterchangeRecord interchange,
        int fields,
        List<FieldDifference> differences,
        List<Violation> problemsBefore,
        List<Violation> problemsAfter) {
    public TriedDocument {
        Objects.requireNonNull(interchange);
        differences = List.copyOf(differences);
        problemsBefore = List.copyOf(problemsBefore);
        problemsAfter = List.copyOf(problemsAfter);
    }

    /** @return whether the draft makes no difference to it */
    public boolean isSame() {
        return differences.isEmpty() && problemsBefore.equals(problemsAfter);
    }
}
