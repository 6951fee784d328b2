package org.lottrace.cost.internal;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.joda.money.CurrencyUnit;
import org.lottrace.api.cost.ClosedDays;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.PeriodStep;
import org.lottrace.api.cost.store.CompanyBooksStore;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.cost.store.KeptLayer;
import org.lottrace.api.cost.store.PeriodStore;
import org.lottrace.api.event.LedgerFollower;
import org.lottrace.api.event.RebuildableFollower;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
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

    private final LedgerStore ledger;
    private final CostStore costs;
    private final PeriodStore periods;
    private final CompanyBooksStore companies;
    private final SiteStore sites;
    private final BooksCurrency currencies;
    private final BiFunction<PublishedRates, CurrencyUnit, OrderPrice> orderPrices;
    private final Books books;
    private final ZoneId zone;
    private final Map<Optional<PartyId>, OfBooks> ofBooks = new HashMap<>();

    @Activate
    public LedgerBooking(
            @Reference LedgerStore ledger,
            @Reference CostStore costs,
            @Reference PeriodStore periods,
            @Reference PurchaseOrderStore orders,
            @Reference ItemStore items,
            @Reference CompanyBooksStore companies,
            @Reference SiteStore sites,
            @Reference BooksCurrency currencies,
            LotCostingConfig config) {
        this.ledger = ledger;
        this.costs = costs;
        this.periods = periods;
        this.companies = companies;
        this.sites = sites;
        this.currencies = currencies;
        this.orderPrices = (rates, currency) -> new OrderPrice(orders, items, rates, currency);
        this.books = new StoredBooks(costs, ledger);
        this.zone = ZoneId.of(config.accounting_zone());
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
    public synchronized void follow(List<RecordedEvent> page) {
        if (page.isEmpty()) {
            return;
        }
        EventsOfBooks events = new EventsOfBooks(companies.all(), sites, costs);
        List<OfBooks> all = events.all().stream()
                .map(company -> ofBooks.computeIfAbsent(company, OfBooks::new))
                .toList();
        all.forEach(one -> in(one, () -> one.beginPage(page.get(0).position(), events)));
        page.forEach(event -> book(event, events, all));
    }

    @Override
    public void reset() {
        costs.clear();
    }

    private void book(RecordedEvent recorded, EventsOfBooks events, List<OfBooks> all) {
        for (OfBooks one : all) {
            in(one, () -> one.methods.due(recorded).forEach(change -> one.begin(change, recorded.position())));
        }
        for (PartOfEvent part : events.parts(recorded.event())) {
            OfBooks one = ofBooks.get(part.books());
            in(one, () -> one.book(recorded, part));
        }
        all.forEach(one -> one.methods.booked(recorded));
    }

    private static void in(OfBooks one, Runnable work) {
        CurrentBooks.of(one.company, () -> {
            work.run();
            return null;
        });
    }

    /** What is booked in the books of one company, or in the common ones. */
    private final class OfBooks {
        private final Optional<PartyId> company;
        private final CurrencyUnit currency;
        private final PublishedRates rates;
        private final BookingRules rules;
        private final MethodsInForce methods;
        private EventsOfBooks events;
        private List<PeriodStep> steps = List.of();

        OfBooks(Optional<PartyId> company) {
            this.company = company;
            this.currency = currencies.of(company);
            this.rates = new PublishedRates(ledger, currencies.common(), currency);
            this.rules = new BookingRules(orderPrices.apply(rates, currency), currency);
            this.methods = new MethodsInForce(ledger, zone, change -> events.keeper(
                            change.event().context().site())
                    .equals(company));
        }

        /** The steps are read after the events: whatever was closed before one of them was recorded is committed. */
        void beginPage(long position, EventsOfBooks ofPage) {
            events = ofPage;
            steps = periods.steps();
            methods.goOnAt(position);
        }

        void book(RecordedEvent recorded, PartOfEvent part) {
            if (MethodText.isChange(recorded.event())
                    && MethodDays.waitsFor(recorded, zone).isPresent()) {
                return;
            }
            post(posting(part), recorded);
        }

        /** A method whose day has come is booked for that day, before the event with which it has come. */
        void begin(RecordedEvent change, long position) {
            Posting posting = posting(new PartOfEvent(company, change.event(), Optional.empty()));
            methods.begin(change);
            post(posting, MethodDays.onItsDay(change, position));
        }

        private Posting posting(PartOfEvent part) {
            Posting posting = new Posting(part.event(), books, currency, methods::of);
            part.trade()
                    .ifPresentOrElse(
                            trade -> rules.book(
                                    part.event(),
                                    new TradeRule(trade, new TransferPriceLists(ledger), rates, currency),
                                    posting),
                            () -> rules.book(part.event(), posting));
            return posting;
        }

        private void post(Posting posting, RecordedEvent recorded) {
            long next = CurrentBooks.ofAll(costs::lastNumber) + 1;
            Optional<JournalEntry> entry =
                    posting.entry(recorded, next, ClosedDays.until(steps, recorded.position()), company);
            if (entry.isPresent()) {
                costs.post(entry.get());
            }
            if (entry.isPresent()
                    || MethodText.isChange(recorded.event())) { // a unit can cost more, and all of a lot not a cent
                costs.save(posting.lots());
                save(posting.layers());
            }
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
