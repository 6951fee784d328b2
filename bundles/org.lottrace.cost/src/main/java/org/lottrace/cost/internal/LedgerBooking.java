package org.lottrace.cost.internal;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
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
import org.lottrace.api.cost.store.CostWaitingStore;
import org.lottrace.api.cost.store.PeriodStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerFollower;
import org.lottrace.api.event.RebuildableFollower;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.exceptioncase.CaseOpening;
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
 * Books the events of the ledger, each once and in their order. One that cannot be booked waits, and with it what depends on it
 * ({@link OutOfTurn}): a wrong number is worse than none. All else goes on, and what waits is booked as soon as it can be.
 */
@Component(
        service = {LedgerFollower.class, LedgerBooking.class},
        configurationPid = LotCostingService.PID)
@Designate(ocd = LotCostingConfig.class)
public final class LedgerBooking implements RebuildableFollower {
    /** As many as take some 50 ms, so that a question that waits for the newest event does not wait long. */
    private static final int PAGE = 100;

    private static final int MOST_TRIED = 1_000;

    private final CostStore costs;
    private final CompanyBooksStore companies;
    private final SiteStore sites;
    private final CostWaitingStore waiting;
    private final LedgerStore ledger;
    private final Ledger head;
    private final PeriodStore periods;
    private final WaitingCases cases;
    private final Clock clock;
    private final Function<Optional<PartyId>, OfBooks> open;
    private final Map<Optional<PartyId>, OfBooks> ofBooks = new HashMap<>();

    @Activate
    public LedgerBooking(
            @Reference LedgerStore ledger,
            @Reference Ledger head,
            @Reference CostStore costs,
            @Reference PeriodStore periods,
            @Reference PurchaseOrderStore orders,
            @Reference ItemStore items,
            @Reference CompanyBooksStore companies,
            @Reference SiteStore sites,
            @Reference BooksCurrency currencies,
            @Reference CostWaitingStore waiting,
            @Reference CaseOpening cases,
            @Reference Clock clock,
            LotCostingConfig config) {
        this.costs = costs;
        this.companies = companies;
        this.sites = sites;
        this.waiting = waiting;
        this.ledger = ledger;
        this.head = head;
        this.periods = periods;
        this.cases = new WaitingCases(cases);
        this.clock = clock;
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

    /** Entries are numbered through all books, in the order in which they are booked. */
    @Override
    public synchronized void follow(List<RecordedEvent> page) {
        if (page.isEmpty()) {
            return;
        }
        EventsOfBooks events = new EventsOfBooks(companies.all(), sites, costs);
        List<OfBooks> all = begin(page.get(0).position(), page, events);
        OutOfTurn outOfTurn = new OutOfTurn(waiting, ledger, clock, page.get(0).position());
        Turns turns = new Turns(events, ofBooks, all, outOfTurn, cases);
        page.forEach(turns::take);
        all.forEach(OfBooks::write);
        all.forEach(one -> one.cameTo(page.get(page.size() - 1).position()));
        cases.write();
    }

    @Override
    public boolean hasToTryAgain() {
        return waiting.open(0, MOST_TRIED).stream().anyMatch(row -> row.behind() == 0 && !row.untilRecorded());
    }

    /**
     * What was locked where the books are counts for what is recorded behind it: until something is, nothing is booked that waited before.
     * Whoever locks has the head of the ledger, so it is looked under that lock, too, before the first is booked.
     */
    @Override
    public synchronized void tryAgain(long position) {
        if (isLockedAt(position)) {
            return;
        }
        EventsOfBooks events = new EventsOfBooks(companies.all(), sites, costs);
        List<OfBooks> all = begin(position + 1, List.of(), events);
        OutOfTurn outOfTurn = new OutOfTurn(waiting, ledger, clock, position + 1);
        Map<Long, Boolean> mayBook = new HashMap<>(); // looked up once
        new Turns(events, ofBooks, all, outOfTurn, cases)
                .tryAgain(
                        position,
                        row -> !row.untilRecorded(),
                        () -> mayBook.computeIfAbsent(position, at -> {
                            head.lockHead();
                            return !isLockedAt(at);
                        }));
        all.forEach(OfBooks::write);
        cases.write();
    }

    private boolean isLockedAt(long position) {
        return CurrentBooks.ofAll(periods::steps).stream().anyMatch(step -> step.position() >= position);
    }

    private List<OfBooks> begin(long position, List<RecordedEvent> page, EventsOfBooks events) {
        List<OfBooks> all = events.all().stream()
                .map(company -> ofBooks.computeIfAbsent(company, open))
                .toList();
        LastNumber last = new LastNumber(CurrentBooks.ofAll(costs::lastNumber));
        Set<LotKey> named = page.stream()
                .flatMap(recorded -> Posting.named(recorded.event()).stream())
                .collect(Collectors.toSet());
        Set<DocumentReference> purchases = page.stream()
                .filter(recorded -> recorded.event().type() == EventType.RECEIVE)
                .flatMap(recorded -> recorded.event().documents().stream())
                .filter(document -> document.type() == DocumentType.PURCHASE_ORDER)
                .collect(Collectors.toSet());
        all.forEach(one -> one.begin(position, events, last, named, purchases));
        cases.forget();
        return all;
    }

    /** What waits goes on waiting: what was booked is booked again where it was booked first, and what was not waits until the last of it is. */
    @Override
    public void reset() {
        long last = CurrentBooks.ofAll(costs::lastPosition);
        long lastTurn = waiting.from(last).stream()
                .flatMap(row -> row.bookedAfter().stream())
                .max(Comparator.naturalOrder())
                .orElse(last);
        waiting.holdBack(lastTurn);
        costs.clear();
    }
}
