package org.lottrace.cost.internal;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.lottrace.api.cost.ClosedDays;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.PeriodStep;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.cost.store.PeriodStore;
import org.lottrace.api.event.LedgerFollower;
import org.lottrace.api.event.RebuildableFollower;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.movement.store.PurchaseOrderStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Books the events of the ledger, each once and in their order. Stops at one that cannot be booked: a wrong number is worse
 * than none.
 */
@Component(
        service = {LedgerFollower.class, LedgerBooking.class},
        configurationPid = LotCostingService.PID)
@Designate(ocd = LotCostingConfig.class)
public final class LedgerBooking implements RebuildableFollower {
    /** As many as take some 50 ms, so that a question that waits for the newest event does not wait long. */
    private static final int PAGE = 100;

    private final CostStore costs;
    private final PeriodStore periods;
    private final Books books;
    private final BookingRule rules;
    private final CurrencyUnit currency;
    private final ZoneId zone;
    private final MethodsInForce methods;
    private final OrdersInProcess orders = new OrdersInProcess();

    @Activate
    public LedgerBooking(
            @Reference LedgerStore ledger,
            @Reference CostStore costs,
            @Reference PeriodStore periods,
            @Reference PurchaseOrderStore orders,
            @Reference ItemStore items,
            LotCostingConfig config) {
        this.costs = costs;
        this.periods = periods;
        this.books = new StoredBooks(costs, ledger);
        this.currency = CurrencyUnit.of(config.currency());
        this.zone = ZoneId.of(config.accounting_zone());
        this.methods = new MethodsInForce(ledger, zone);
        this.rules = new BookingRules(new OrderPrice(orders, items, new PublishedRates(ledger), currency), currency);
    }

    @Override
    public String name() {
        return "cost";
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    @Override
    public void follow(List<RecordedEvent> page) {
        // read after the events: whatever was closed before one of them was recorded is committed
        List<PeriodStep> steps = periods.steps();
        if (page.isEmpty()) {
            return;
        }
        methods.goOnAt(page.get(0).position());
        orders.goOnAt(page.get(0).position());
        PageOfBooks booked = new PageOfBooks(costs, books, orders);
        booked.costsOf(page.stream()
                .flatMap(recorded -> Posting.named(recorded.event()).stream())
                .collect(Collectors.toSet()));
        page.forEach(event -> book(event, booked, steps));
        booked.write();
        orders.cameTo(page.get(page.size() - 1).position());
    }

    @Override
    public void reset() {
        costs.clear();
    }

    private void book(RecordedEvent recorded, PageOfBooks page, List<PeriodStep> steps) {
        methods.due(recorded).forEach(change -> begin(change, recorded.position(), page, steps));
        if (MethodText.isChange(recorded.event())
                && MethodDays.waitsFor(recorded, zone).isPresent()) {
            methods.booked(recorded);
            return;
        }
        Posting posting = posting(recorded, page);
        methods.booked(recorded);
        post(posting, recorded, page, steps);
    }

    /** A method whose day has come is booked for that day, before the event with which it has come. */
    private void begin(RecordedEvent change, long position, PageOfBooks page, List<PeriodStep> steps) {
        Posting posting = posting(change, page);
        methods.begin(change);
        post(posting, MethodDays.onItsDay(change, position), page, steps);
    }

    private Posting posting(RecordedEvent recorded, PageOfBooks page) {
        Posting posting = new Posting(recorded.event(), page, currency, methods::of);
        rules.book(recorded.event(), posting);
        return posting;
    }

    private static void post(Posting posting, RecordedEvent recorded, PageOfBooks page, List<PeriodStep> steps) {
        Optional<JournalEntry> entry =
                posting.entry(recorded, page.nextNumber(), ClosedDays.until(steps, recorded.position()));
        entry.ifPresent(made -> page.post(made, recorded.event().documents()));
        if (entry.isPresent()
                || MethodText.isChange(recorded.event())) { // a unit can cost more, and all of a lot not a cent
            page.save(posting.lots());
            page.save(posting.layers().changed(), posting.layers().gone());
        }
    }
}
