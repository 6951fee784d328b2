package org.lottrace.api.edi;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.violation.Violation;

/**
 * An interchange of the log, read with the mapping in use and with its draft.
 *
 * @param interchange which one
 * @param fields how many facts the draft reads in it
 * @param different how many facts are read or written otherwise
 * @param differences the first of them in the order of the file, at most {@link #MOST_DIFFERENCES}
 * @param problemsBefore what is wrong with it as it is read today
 * @param problemsAfter what is wrong with it as the draft reads it
 */
public record TriedDocument(
        InterchangeRecord interchange,
        int fields,
        int different,
        List<FieldDifference> differences,
        List<Violation> problemsBefore,
        List<Violation> problemsAfter) {
    /** How many differences of a document are listed. */
    public static final int MOST_DIFFERENCES = 500;

    public TriedDocument {
        Objects.requireNonNull(interchange);
        differences = List.copyOf(differences);
        problemsBefore = List.copyOf(problemsBefore);
        problemsAfter = List.copyOf(problemsAfter);
    }

    /** @return whether the draft makes no difference to it */
    public boolean isSame() {
        return different == 0 && problemsBefore.equals(problemsAfter);
    }
}
