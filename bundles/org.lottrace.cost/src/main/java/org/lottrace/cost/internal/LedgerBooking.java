package org.lottrace.cost.internal;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.store.CompanyBooksStore;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.cost.store.PeriodStore;
import org.lottrace.api.event.LedgerFollower;
import org.lottrace.api.event.RebuildableFollower;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
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
    /** As many as take some 50 ms, so that a question that waits for the newest event does not wait long. */
    private static final int PAGE = 100;

    private final CostStore costs;
    private final CompanyBooksStore companies;
    private final SiteStore sites;
    private final Function<Optional<PartyId>, OfBooks> open;
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
        this.costs = costs;
        this.companies = companies;
        this.sites = sites;
        StoredBooks stored = new StoredBooks(costs, ledger);
        ZoneId zone = ZoneId.of(config.accounting_zone());
        this.open = company -> {
            CurrencyUnit currency = currencies.of(company);
            PublishedRates rates = new PublishedRates(ledger, currencies.common(), currency);
            return new OfBooks(
                    company, currency, stored, periods, rates, new OrderPrice(orders, items, rates, currency), zone);
        };
    }

    @Override
    public String name() {
        return "cost";
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    /** Entries are numbered through all books, in the order of the events. */
    @Override
    public synchronized void follow(List<RecordedEvent> page) {
        if (page.isEmpty()) {
            return;
        }
        EventsOfBooks events = new EventsOfBooks(companies.all(), sites, costs);
        List<OfBooks> all = events.all().stream()
                .map(company -> ofBooks.computeIfAbsent(company, open))
                .toList();
        LastNumber last = new LastNumber(CurrentBooks.ofAll(costs::lastNumber));
        Set<LotKey> named = page.stream()
                .flatMap(recorded -> Posting.named(recorded.event()).stream())
                .collect(Collectors.toSet());
        all.forEach(one -> one.begin(page.get(0).position(), events, last, named));
        page.forEach(event -> book(event, events, all));
        all.forEach(OfBooks::write);
        all.forEach(one -> one.cameTo(page.get(page.size() - 1).position()));
    }

    @Override
    public void reset() {
        costs.clear();
    }

    private void book(RecordedEvent recorded, EventsOfBooks events, List<OfBooks> all) {
        all.forEach(one -> one.beginMethods(recorded));
        events.parts(recorded.event(), () -> all.forEach(OfBooks::write))
                .forEach(part -> ofBooks.get(part.books()).book(recorded, part));
        all.forEach(one -> one.booked(recorded));
    }
}
