package org.lottrace.cost.internal;

import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.lottrace.api.cost.CostingStoppedException;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.event.store.ProjectionStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Books the events of the ledger, each once and in their order: the lock on the projection's position lets one thread
 * book at a time, and the position moves in the same transaction as the entries.
 */
final class LedgerBooking {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerBooking.class);

    static final String PROJECTION = "cost";

    /** Few, so that a question that waits for the lock while another thread books does not wait long. */
    private static final int BATCH = 25;

    private final UnitOfWork unitOfWork;
    private final LedgerStore ledger;
    private final ProjectionStore projections;
    private final CostStore costs;
    private final Books books;
    private final BookingRule rules;
    private final CurrencyUnit currency;

    LedgerBooking(
            UnitOfWork unitOfWork,
            LedgerStore ledger,
            ProjectionStore projections,
            CostStore costs,
            BookingRule rules,
            CurrencyUnit currency) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.projections = projections;
        this.costs = costs;
        this.books = new StoredBooks(costs, ledger);
        this.rules = rules;
        this.currency = currency;
    }

    /**
     * Books every event that is committed.
     *
     * @throws CostingStoppedException if one cannot be booked; those before it are
     */
    void catchUp() {
        while (unitOfWork.required(this::isBehind)) {
            unitOfWork.required(this::bookBatch).ifPresent(stop -> {
                throw stop;
            });
        }
    }

    private boolean isBehind() {
        return projections.position(PROJECTION) < ledger.head().position();
    }

    /** A stop is returned, not thrown, so that the events before it stay booked. */
    private Optional<CostingStoppedException> bookBatch() {
        long start = projections.lockPosition(PROJECTION);
        long booked = start;
        Optional<CostingStoppedException> stop = Optional.empty();
        for (RecordedEvent recorded : ledger.after(start, BATCH)) {
            stop = book(recorded);
            if (stop.isPresent()) {
                break;
            }
            booked = recorded.position();
        }
        if (booked > start) {
            projections.savePosition(PROJECTION, booked);
        }
        return stop;
    }

    private Optional<CostingStoppedException> book(RecordedEvent recorded) {
        Posting posting;
        Optional<JournalEntry> entry;
        try {
            posting = new Posting(recorded.event(), books, currency);
            rules.book(recorded.event(), posting);
            entry = posting.entry(recorded, costs.lastNumber() + 1);
        } catch (UnbookableEventException | IllegalArgumentException | ArithmeticException e) {
            return Optional.of(
                    new CostingStoppedException(recorded.event().id(), recorded.position(), e.getMessage(), e));
        }
        if (entry.isPresent()) {
            costs.post(entry.get());
            costs.save(posting.lots());
        }
        return Optional.empty();
    }
}
