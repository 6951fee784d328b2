package org.lottrace.ledger.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerHead;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.transaction.UnitOfWork;

/** Recomputes the hash chain up to the newest event, page by page so that it works for a ledger of any length. */
final class ChainCheck {
    private static final int PAGE = 500;

    private final UnitOfWork unitOfWork;
    private final LedgerStore events;

    ChainCheck(UnitOfWork unitOfWork, LedgerStore events) {
        this.unitOfWork = unitOfWork;
        this.events = events;
    }

    /** @return the first position after {@code trusted} that is missing or does not fit its hash, or empty */
    Optional<Long> firstBrokenPositionAfter(long trusted) {
        LedgerHead head = unitOfWork.required(events::head);
        if (trusted >= head.position()) {
            return Optional.empty();
        }
        LedgerHead checked = at(trusted);
        while (checked.position() < head.position()) {
            long after = checked.position();
            // no event behind the head: one that was recorded since belongs to a newer head
            int most = (int) Math.min(PAGE, head.position() - after);
            List<RecordedEvent> page = unitOfWork.required(() -> events.after(after, most));
            if (page.isEmpty()) {
                return Optional.of(after + 1);
            }
            for (RecordedEvent event : page) {
                if (event.position() != checked.position() + 1 || !HashChain.fits(event, checked.hash())) {
                    return Optional.of(checked.position() + 1);
                }
                checked = new LedgerHead(event.position(), event.hash());
            }
        }
        return checked.hash().equals(head.hash()) ? Optional.empty() : Optional.of(head.position());
    }

    private LedgerHead at(long position) {
        if (position == 0) {
            return LedgerHead.EMPTY;
        }
        return unitOfWork.required(() -> events.after(position - 1, 1)).stream()
                .findFirst()
                .map(event -> new LedgerHead(event.position(), event.hash()))
                .orElseThrow(() -> new IllegalArgumentException("the ledger has no event " + position));
    }
}
