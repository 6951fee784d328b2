package org.lottrace.genealogy.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.store.CustodyStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.genealogy.CustodyStep;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.Whereabouts;
import org.lottrace.api.genealogy.Whereabouts.State;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.quantity.Quantity;

/** Tells of now, or of the past, own stock, goods between sites, shipments on the road, goods with customers and announced goods apart. */
final class WhereaboutsReading {
    private static final Comparator<Whereabouts> BY_LOT_AND_POSITION = Comparator.comparing(Whereabouts::lot)
            .thenComparing(Whereabouts::position)
            .thenComparing(Whereabouts::state);

    private final CustodyStore custody;
    private final LedgerStore ledger;
    private final SalesOrderStore orders;
    private final ExpectedReceiptStore receipts;
    private final SiteStore sites;
    private final Clock clock;

    WhereaboutsReading(
            CustodyStore custody,
            LedgerStore ledger,
            SalesOrderStore orders,
            ExpectedReceiptStore receipts,
            SiteStore sites,
            Clock clock) {
        this.custody = custody;
        this.ledger = ledger;
        this.orders = orders;
        this.receipts = receipts;
        this.sites = sites;
        this.clock = clock;
    }

    /** @param trace an unfiltered trace that has reached the lots, of now or of the past: announcements are no events, so only now is known of */
    List<Whereabouts> of(Trace trace) {
        if (!trace.request().asOf().isLatest()) {
            return sorted(inOwnHandsOrShipped(trace), Stream.empty());
        }
        Set<LotKey> lots = Set.copyOf(trace.lotKeys());
        return sorted(inOwnHandsOrShipped(trace), announced(receipts.openOf(lots), line -> line.lot()
                .map(Lot::key)
                .filter(lots::contains)
                .isPresent()));
    }

    /** As {@link #of}, only what is in that logistic unit, whatever lot is announced in it. */
    List<Whereabouts> in(Sscc container, Optional<Trace> trace, AsOf asOf) {
        Predicate<Whereabouts> inIt = where -> where.position().container().equals(Optional.of(container));
        return sorted(
                trace.stream().flatMap(this::inOwnHandsOrShipped).filter(inIt),
                asOf.isLatest()
                        ? announced(receipts.openIn(container), line -> line.container()
                                .equals(Optional.of(container)))
                        : Stream.empty());
    }

    private static List<Whereabouts> sorted(Stream<Whereabouts> known, Stream<Whereabouts> announced) {
        return Stream.concat(known, announced).sorted(BY_LOT_AND_POSITION).toList();
    }

    private Stream<Whereabouts> inOwnHandsOrShipped(Trace trace) {
        Map<String, Optional<LocalDate>> dueOfOrders = new HashMap<>();
        Instant moment = moment(trace.request().asOf());
        return Stream.concat(
                trace.onHand().stream().map(balance -> own(balance, trace)),
                OutsideStock.of(trace.handovers()).stream().map(shipped -> outside(shipped, dueOfOrders, moment)));
    }

    /** @return of which the answer is */
    private Instant moment(AsOf asOf) {
        return asOf.happenedBy()
                .or(asOf::knownAt)
                .or(() -> asOf.position().flatMap(position -> ledger.after(Math.max(0, position - 1), 1).stream()
                        .findFirst()
                        .map(RecordedEvent::recorded)))
                .orElseGet(clock::instant);
    }

    private Whereabouts own(StockBalance balance, Trace trace) {
        State state =
                switch (balance.position().place().kind()) {
                    case PRODUCTION_ORDER -> State.IN_PRODUCTION;
                    case IN_TRANSIT -> State.IN_TRANSIT;
                    default -> State.IN_STOCK;
                };
        return new Whereabouts(
                balance.lot(),
                state,
                balance.position(),
                balance.quantity(),
                state == State.IN_TRANSIT ? transferOrders(balance, trace) : List.of(),
                Optional.empty());
    }

    /** @return those of the newest dispatches that cover what is on the road, the newest first */
    private List<DocumentReference> transferOrders(StockBalance balance, Trace trace) {
        SortedMap<Long, List<CustodyStep>> dispatches = new TreeMap<>(Comparator.reverseOrder());
        custody.stepsTo(List.of(balance.position().place()), List.of(balance.lot()), trace.ledgerPosition()).stream()
                .filter(step -> step.to().equals(balance.position())
                        && trace.request().asOf().hasHappened(step.at().toInstant()))
                .forEach(step -> dispatches
                        .computeIfAbsent(step.position(), position -> new ArrayList<>())
                        .add(step));
        List<DocumentReference> documents = new ArrayList<>();
        Quantity rest = balance.quantity();
        for (List<CustodyStep> dispatch : dispatches.values()) {
            if (rest.isPositive()) {
                documents.addAll(dispatch.get(0).documents());
                rest = dispatch.stream().map(CustodyStep::quantity).reduce(rest, Quantity::minus);
            }
        }
        return documents;
    }

    /** @param dueOfOrders what is known by the number of the order: many lots leave for the same one */
    private Whereabouts outside(
            OutsideStock.Shipped shipped, Map<String, Optional<LocalDate>> dueOfOrders, Instant moment) {
        Optional<LocalDate> due = shipped.documents().stream()
                .filter(document -> document.type() == DocumentType.SALES_ORDER)
                .findFirst()
                .flatMap(document -> dueOfOrders.computeIfAbsent(document.number(), number -> due(number, moment)));
        return new Whereabouts(
                shipped.lot(),
                due.isPresent() ? State.ON_THE_ROAD : State.WITH_PARTY,
                shipped.position(),
                shipped.quantity(),
                shipped.documents(),
                due);
    }

    /** @return the delivery date while it is not over at the site that ships */
    private Optional<LocalDate> due(String orderNumber, Instant moment) {
        return orders.find(orderNumber)
                .filter(order -> isNotOver(order, moment))
                .map(SalesOrder::deliveryDate);
    }

    private boolean isNotOver(SalesOrder order, Instant moment) {
        return sites.find(order.shipFrom())
                .map(site -> site.calendar().day(moment))
                .filter(order.deliveryDate()::isBefore)
                .isEmpty();
    }

    /** Goods that were announced without a lot are nowhere by lot: they are told of once somebody has received them. */
    private static Stream<Whereabouts> announced(List<ExpectedReceipt> open, Predicate<ExpectedReceipt.Line> wanted) {
        return open.stream().flatMap(receipt -> receipt.lines().stream()
                .filter(line -> wanted.test(line) && line.open().isPositive())
                .flatMap(line -> line.lot().stream().map(lot -> announced(receipt, line, lot))));
    }

    private static Whereabouts announced(ExpectedReceipt receipt, ExpectedReceipt.Line line, Lot lot) {
        return new Whereabouts(
                lot.key(),
                State.ANNOUNCED,
                new Position(Place.party(receipt.notice().id().sender()), line.container()),
                line.open(),
                List.of(
                        new DocumentReference(
                                DocumentType.SHIP_NOTICE, receipt.notice().id().number()),
                        line.orderLine().order()),
                Optional.empty());
    }
}
