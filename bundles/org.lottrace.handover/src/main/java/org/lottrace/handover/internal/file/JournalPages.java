package org.lottrace.handover.internal.file;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.handover.JournalRange;

/** Goes through a range of the journal, a page at a time. */
public final class JournalPages {
    private final LotCosting costing;
    private final JournalRange range;
    private Optional<JournalEntry> last = Optional.empty();

    public JournalPages(LotCosting costing, JournalRange range) {
        this.costing = costing;
        this.range = range;
    }

    /** @return so many of the entries behind the page before at most; fewer only when there are no others */
    public List<JournalEntry> next(int most) {
        List<JournalEntry> page = range instanceof JournalRange.Days days
                ? ofDays(days, most)
                : numbered((JournalRange.Numbers) range, most);
        if (!page.isEmpty()) {
            last = Optional.of(page.get(page.size() - 1));
        }
        return page;
    }

    private List<JournalEntry> numbered(JournalRange.Numbers numbers, int most) {
        long after = last.map(JournalEntry::number).orElse(numbers.from() - 1);
        int limit = (int) Math.min(most, numbers.to() - after);
        return limit == 0 ? List.of() : costing.journal(after, limit);
    }

    private List<JournalEntry> ofDays(JournalRange.Days days, int most) {
        return costing.journal(
                last.map(JournalEntry::accountingDate).orElse(days.from()),
                days.to(),
                last.map(JournalEntry::number).orElse(days.after()),
                most);
    }
}
