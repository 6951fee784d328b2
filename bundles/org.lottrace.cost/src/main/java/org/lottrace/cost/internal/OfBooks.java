package org.lottrace.cost.internal;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.lottrace.api.cost.ClosedDays;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.PeriodStep;
import org.lottrace.api.cost.store.PeriodStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;

/**
 * What is booked in the books of one company, or in the common ones, page by page. Reads and writes these books alone, whatever books the
 * thread works with that calls it; nothing of them is read for a page that has no event for them.
 */
final class OfBooks {
    private final Optional<PartyId> company;
    private final CurrencyUnit currency;
    private final StoredBooks stored;
    private final PeriodStore periods;
    private final PublishedRates rates;
    private final BookingRules rules;
    private final ZoneId zone;
    private final MethodsInForce methods;
    private final TransferPriceLists prices;
    private final OrdersInProcess orders = new OrdersInProcess();
    private EventsOfBooks events;
    private LastNumber last;
    private PageOfBooks page;
    private Optional<List<PeriodStep>> steps = Optional.empty();

    /**
     * @param company empty for the common books
     * @param currency of the books
     * @param rates into it
     * @param orderPrice what a received line costs in all, in it
     * @param zone in which accounting days begin
     */
    OfBooks(
            Optional<PartyId> company,
            CurrencyUnit currency,
            StoredBooks stored,
            PeriodStore periods,
            PublishedRates rates,
            OrderPrice orderPrice,
            ZoneId zone) {
        this.company = company;
        this.currency = currency;
        this.stored = stored;
        this.periods = periods;
        this.rates = rates;
        this.rules = new BookingRules(orderPrice, currency);
        this.zone = zone;
        this.prices = new TransferPriceLists(stored.ledger());
        this.methods = new MethodsInForce(stored.ledger(), zone, change -> events.keeper(
                        change.event().context().site())
                .equals(company));
    }

    /**
     * Begins a page; what was booked of one before and not written is forgotten.
     *
     * @param position of its first event
     * @param numbers counted for all books together
     * @param named lots of all its events
     * @param purchases purchase orders of all its receipts
     */
    void begin(
            long position,
            EventsOfBooks ofPage,
            LastNumber numbers,
            Set<LotKey> named,
            Set<DocumentReference> purchases) {
        events = ofPage;
        last = numbers;
        page = new PageOfBooks(stored.costs(), stored, orders, named, purchases);
        steps = Optional.empty();
        methods.goOnAt(position);
        orders.goOnAt(position);
    }

    /** Methods whose day has come are booked for that day, before the event with which it has come. */
    void beginMethods(RecordedEvent recorded) {
        methods.due(recorded)
                .forEach(change -> inBooks(() -> {
                    Posting posting = posting(new PartOfEvent(company, change.event(), Optional.empty()));
                    methods.begin(change);
                    post(posting, MethodDays.onItsDay(change, recorded.position()), recorded.position());
                }));
    }

    /**
     * Works out what is to be booked for a part of an event.
     *
     * @param turn position of the event after which it is booked: its own, or a later one when it had to wait
     * @return books it
     * @throws UnbookableEventException if it cannot be booked; nothing has changed
     */
    Runnable prepare(RecordedEvent recorded, PartOfEvent part, long turn) {
        if (MethodText.isChange(recorded.event())
                && MethodDays.waitsFor(recorded, zone).isPresent()) {
            return () -> {};
        }
        Posting posting = CurrentBooks.of(company, () -> posting(part));
        return () -> inBooks(() -> post(posting, recorded, turn));
    }

    /** @return true when events of that type may post something */
    boolean books(EventType type) {
        return rules.booked().contains(type);
    }

    /** All books have what they take of the event. */
    void booked(RecordedEvent recorded) {
        methods.booked(recorded);
    }

    /** Writes what was booked since the last time. */
    void write() {
        inBooks(page::write);
    }

    /** The page is booked up to that event. */
    void cameTo(long position) {
        orders.cameTo(position);
    }

    private Posting posting(PartOfEvent part) {
        Posting posting = new Posting(part.event(), page, currency, methods::of);
        part.trade()
                .ifPresentOrElse(
                        trade -> rules.book(part.event(), new TradeRule(trade, prices, rates, currency), posting),
                        () -> rules.book(part.event(), posting));
        return posting;
    }

    /** What was closed while it waited is closed for it, too. */
    private void post(Posting posting, RecordedEvent recorded, long turn) {
        Optional<JournalEntry> entry = posting.entry(recorded, last.next(), ClosedDays.until(steps(), turn), company);
        entry.ifPresent(made -> {
            page.post(made, recorded.event().documents());
            last.reach(made.number());
        });
        if (entry.isPresent()
                || MethodText.isChange(recorded.event())) { // a unit can cost more, and all of a lot not a cent
            page.save(posting.lots());
            page.save(posting.layers().changed(), posting.layers().gone());
        }
    }

    /** Read after the events: whatever was closed before one of them was recorded is committed. */
    private List<PeriodStep> steps() {
        if (steps.isEmpty()) {
            steps = Optional.of(periods.steps());
        }
        return steps.get();
    }

    private void inBooks(Runnable work) {
        CurrentBooks.of(company, () -> {
            work.run();
            return null;
        });
    }
}
