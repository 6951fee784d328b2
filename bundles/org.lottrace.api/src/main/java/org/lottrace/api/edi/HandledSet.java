package org.lottrace.api.edi;

import java.util.List;
import org.lottrace.api.violation.Violation;

/**
 * What became of a transaction set. It was applied when there is neither a problem nor an unread part.
 *
 * @param problems every business problem, the field being a path in the sender's terms
 * @param unread every part that states a fact which did not get into the document; the set is refused for its form then
 */
public record HandledSet(List<Violation> problems, List<UnreadPart> unread) {
    public HandledSet {
        problems = List.copyOf(problems);
        unread = List.copyOf(unread);
    }
}
