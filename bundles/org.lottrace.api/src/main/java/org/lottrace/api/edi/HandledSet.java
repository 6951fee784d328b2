package org.lottrace.api.edi;

import java.util.List;
import org.lottrace.api.violation.Violation;

/**
 * What became of a transaction set. It was applied when there is neither a problem nor an unread part.
 *
 * @param problems every business problem, the field being a path in the sender's terms
 * @param unread every part that states a fact which did not get into the document; the set is refused for its form then
 * @param notes what is to be said of it without refusing it, such as parts that nobody uses
 */
public record HandledSet(List<Violation> problems, List<UnreadPart> unread, List<Violation> notes) {
    public HandledSet {
        problems = List.copyOf(problems);
        unread = List.copyOf(unread);
        notes = List.copyOf(notes);
    }

    /** Nothing is to be noted. */
    public HandledSet(List<Violation> problems, List<UnreadPart> unread) {
        this(problems, unread, List.of());
    }
}
