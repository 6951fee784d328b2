package org.lottrace.api.intake;

import java.util.List;
import java.util.Objects;

/**
 * What an import writes, or would write. What is counted are things, not rows: an order with its lines is one, of opening stock each lot
 * at a position. With problems nothing is written, and what has a problem is not counted.
 *
 * @param subject what was read
 * @param rows rows with anything in them, without the headings
 * @param added things that are new
 * @param changed things that are known and said differently
 * @param unchanged things that are known and said the same
 * @param unusedColumns headings of the columns that nothing was taken from
 * @param changes what is said differently, by row, {@link #MOST_CHANGES} at most
 * @param furtherChanges how many more there are
 * @param problems what is wrong, by row, {@link #MOST_PROBLEMS} at most
 * @param furtherProblems how many more there are
 */
public record ImportReport(
        ImportSubject subject,
        int rows,
        int added,
        int changed,
        int unchanged,
        List<String> unusedColumns,
        List<ImportChange> changes,
        int furtherChanges,
        List<ImportProblem> problems,
        int furtherProblems) {
    /** Most changes that are told one by one. */
    public static final int MOST_CHANGES = 1_000;

    /** Most problems that are told one by one. */
    public static final int MOST_PROBLEMS = 1_000;

    public ImportReport {
        Objects.requireNonNull(subject);
        unusedColumns = List.copyOf(unusedColumns);
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }

    /** @return whether it can be written */
    public boolean isClean() {
        return problems.isEmpty();
    }

    /** @return whether there is anything to write */
    public boolean isNew() {
        return added + changed > 0;
    }
}
