package org.lottrace.api.edi;

import java.util.List;
import org.lottrace.api.violation.Violation;

/**
 * What a file would become, field by field.
 *
 * @param sets its transaction sets in their order
 * @param problems all that is wrong with envelope, form and content of the file itself, with positions; whether orders, items and what else
 *     is stored agree with it says {@link Interchanges#check}
 * @param notes what would be tolerated or not used
 */
public record FilePreview(List<PreviewedSet> sets, List<Violation> problems, List<Violation> notes) {
    public FilePreview {
        sets = List.copyOf(sets);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }
}
