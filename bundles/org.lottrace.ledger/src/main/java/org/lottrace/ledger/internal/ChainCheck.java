package org.lottrace.ledger.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerHead;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.transaction.UnitOfWork;

/** Recomputes the hash chain, page by page so that it works for a ledger of any length. */
final class ChainCheck {
    private static final int PAGE = 500;

    private final UnitOfWork unitOfWork;
    private final LedgerStore events;

    /**
     * @param whole the events behind the trusted one that fit their hashes, in their order
     * @param broken the position behind them, if its event is missing, was changed or cannot be read
     */
    record Page(List<LedgerHead> whole, Optional<Long> broken) {}

    ChainCheck(UnitOfWork unitOfWork, LedgerStore events) {
        this.unitOfWork = unitOfWork;
        this.events = events;
    }

    LedgerHead head() {
        return unitOfWork.required(events::head);
    }

    /** @return the first position after {@code trusted} that is missing or does not fit its hash, or empty */
    Optional<Long> firstBrokenPositionAfter(long trusted) {
        LedgerHead head = head();
        if (trusted >= head.position()) {
            return Optional.empty();
        }
        LedgerHead checked =
                at(trusted).orElseThrow(() -> new WrongQuestionException("the ledger has no event " + trusted));
        while (checked.position() < head.position()) {
            Page page = pageAfter(checked, head.position());
            if (page.broken().isPresent()) {
                return page.broken();
            }
            checked = page.whole().get(page.whole().size() - 1);
        }
        return checked.hash().equals(head.hash()) ? Optional.empty() : Optional.of(head.position());
    }

    /**
     * @param trusted an event whose hash is believed
     * @param last no event behind it is looked at: one that was recorded since belongs to a newer head
     * @return some of the events between them; all of them, when it ends at {@code last}
     */
    Page pageAfter(LedgerHead trusted, long last) {
        List<LedgerHead> whole = new ArrayList<>();
        LedgerHead checked = trusted;
        int most = (int) Math.min(PAGE, last - trusted.position());
        List<RecordedEvent> page = most > 0 ? readable(trusted.position(), most) : List.of();
        for (RecordedEvent event : page) {
            if (event.position() != checked.position() + 1 || !HashChain.fits(event, checked.hash())) {
                return new Page(whole, Optional.of(checked.position() + 1));
            }
            checked = new LedgerHead(event.position(), event.hash());
            whole.add(checked);
        }
        return new Page(whole, most > 0 && page.isEmpty() ? Optional.of(checked.position() + 1) : Optional.empty());
    }

    /** @return position and hash of the event there, {@link LedgerHead#EMPTY} for 0, empty when it is missing */
    Optional<LedgerHead> at(long position) {
        return position == 0
                ? Optional.of(LedgerHead.EMPTY)
                : readable(position - 1, 1).stream()
                        .filter(event -> event.position() == position)
                        .map(event -> new LedgerHead(position, event.hash()))
                        .findFirst();
    }

    /** Rows that make no sense any more, such as an unknown kind of place, end what is readable; they do not fit their hash. */
    private List<RecordedEvent> readable(long position, int most) {
        try {
            return unitOfWork.required(() -> events.after(position, most));
        } catch (IllegalArgumentException e) {
            return most == 1 ? List.of() : readable(position, most / 2);
        }
    }
}
