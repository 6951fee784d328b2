package org.lottrace.cost.internal;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.lottrace.api.cost.ClosedDays;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.PeriodStep;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.cost.store.KeptLayer;
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
    /** Few, so that a question that waits for the newest event does not wait long. */
    private static final int PAGE = 25;

    private final CostStore costs;
    private final PeriodStore periods;
    private final Books books;
    private final BookingRule rules;
    private final CurrencyUnit currency;
    private final ZoneId zone;
    private final MethodsInForce methods;

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
        if (!page.isEmpty()) {
            methods.goOnAt(page.get(0).position());
        }
        page.forEach(event -> book(event, steps));
    }

    @Override
    public void reset() {
        costs.clear();
    }

    private void book(RecordedEvent recorded, List<PeriodStep> steps) {
        methods.due(recorded).forEach(change -> begin(change, recorded.position(), steps));
        if (MethodText.isChange(recorded.event())
                && MethodDays.waitsFor(recorded, zone).isPresent()) {
            methods.booked(recorded);
            return;
        }
        Posting posting = posting(recorded);
        methods.booked(recorded);
        post(posting, recorded, steps);
    }

    /** A method whose day has come is booked for that day, before the event with which it has come. */
    private void begin(RecordedEvent change, long position, List<PeriodStep> steps) {
        Posting posting = posting(change);
        methods.begin(change);
        post(posting, MethodDays.onItsDay(change, position), steps);
    }

    private Posting posting(RecordedEvent recorded) {
        Posting posting = new Posting(recorded.event(), books, currency, methods::of);
        rules.book(recorded.event(), posting);
        return posting;
    }

    private void post(Posting posting, RecordedEvent recorded, List<PeriodStep> steps) {
        Optional<JournalEntry> entry =
                posting.entry(recorded, costs.lastNumber() + 1, ClosedDays.until(steps, recorded.position()));
        if (entry.isPresent()) {
            costs.post(entry.get());
        }
        if (entry.isPresent()
                || MethodText.isChange(recorded.event())) { // a unit can cost more, and all of a lot not a cent
            costs.save(posting.lots());
            save(posting.layers());
        }
    }

    private void save(FirstInFirstOut layers) {
        List<KeptLayer> changed = layers.changed();
        List<KeptLayer> gone = layers.gone();
        if (!changed.isEmpty() || !gone.isEmpty()) {
            costs.saveLayers(changed, gone);
        }
    }
}
