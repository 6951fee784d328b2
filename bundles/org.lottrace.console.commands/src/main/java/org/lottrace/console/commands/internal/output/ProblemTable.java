package org.lottrace.console.commands.internal.output;

import java.util.List;
import org.lottrace.api.violation.Violation;

/** The columns in which problems are shown everywhere. */
public final class ProblemTable {
    private ProblemTable() {}

    /** @return one line for each problem */
    public static Table<Violation> of(String title, List<Violation> problems) {
        return Table.of(title, problems)
                .column("Code", Violation::code)
                .column("Where", problem -> PathWords.of(problem.path()))
                .column("Message", Violation::message);
    }
}
