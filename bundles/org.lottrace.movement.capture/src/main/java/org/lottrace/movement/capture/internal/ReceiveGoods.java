package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.api.violation.ViolationPath;

/**
 * Registers the lots of a receipt and puts them into stock. What came is in the book, as announced or not; how it differs from
 * what was announced and ordered is a finding.
 */
final class ReceiveGoods {
    private static final String NOTICE_UNKNOWN = "NOTICE_UNKNOWN";
    private static final String NOTHING_OPEN = "NOTHING_OPEN";
    private static final String NUMBER_PREFIX = "GR-";
    private static final String SEQUENCE = "goods-receipt";
    private static final ViolationPath NOTICE = ViolationPath.of("notice");

    private final EventCapture capture;
    private final SharedChecks checks;
    private final ClosedMasters closed;
    private final LotRightCheck rights;
    private final LotMaster lots;
    private final SaidOfLots said;
    private final AnnouncedAttributes announced;
    private final MeantLots meant;
    private final LotOnLabel labels;
    private final ExpectedReceiptStore receipts;
    private final UnannouncedGoods unannounced;
    private final ReceiptRules rules;
    private final ReceiptPrices prices;
    private final DamagedGoods damaged;
    private final RepeatedReceipt repeated;
    private final NumberSequences numbers;
    private final ShortCases shortCases;
    private final DatesToldLater later;
    private final ExpiryTold expiries;

    ReceiveGoods(
            EventCapture capture,
            SharedChecks checks,
            ClosedMasters closed,
            LotRightCheck rights,
            LotMaster lots,
            SaidOfLots said,
            AnnouncedAttributes announced,
            MeantLots meant,
            LotOnLabel labels,
            ExpectedReceiptStore receipts,
            UnannouncedGoods unannounced,
            ReceiptRules rules,
            ReceiptPrices prices,
            DamagedGoods damaged,
            RepeatedReceipt repeated,
            NumberSequences numbers,
            ShortCases shortCases,
            DatesToldLater later,
            ExpiryTold expiries) {
        this.shortCases = shortCases;
        this.later = later;
        this.expiries = expiries;
        this.capture = capture;
        this.checks = checks;
        this.closed = closed;
        this.rights = rights;
        this.lots = lots;
        this.said = said;
        this.announced = announced;
        this.meant = meant;
        this.labels = labels;
        this.receipts = receipts;
        this.unannounced = unannounced;
        this.rules = rules;
        this.prices = prices;
        this.damaged = damaged;
        this.repeated = repeated;
        this.numbers = numbers;
    }

    Outcome<RecordedEvent> receive(Receipt receipt) {
        List<ExpectedReceipt> counted = new ArrayList<>();
        return capture.capture(
                receipt.context().usually(Basis.REPORTED),
                event -> repeated.isSame(event, receipt),
                (context, findings) -> {
                    checks.place(
                            checks.site(receipt.context().site(), ViolationPath.of("site"), findings),
                            receipt.location(),
                            ViolationPath.of("location"),
                            findings);
                    rules.checkSupplier(receipt, findings);
                    Optional<ExpectedReceipt> expected = receipt.notice().flatMap(receipts::lock);
                    List<Came> arrivals = arrivals(expected, receipt, findings).stream()
                            .map(came -> dated(came, context))
                            .toList();
                    Map<LotKey, List<KeyDatum>> told = announced.of(arrivals, findings);
                    Set<Lot> knownLots = announced.known(told.keySet());
                    FoundLots found = new FoundLots(lots);
                    arrivals.forEach(came -> {
                        List<KeyDatum> ofLot = told.getOrDefault(came.lot().key(), List.of());
                        List<KeyDatum> all = Stream.concat(ofLot.stream(), came.keyData().stream())
                                .toList();
                        found.add(came.lot(), all, came.path().then("lot"));
                        said.check(came.lot().key(), came.keyData(), came.path(), findings);
                        said.checkProfile(came.lot(), all, came.path(), findings);
                    });
                    found.check(findings);
                    later.lock(together(found.completing(), knownLots));
                    found.checkCompleting(findings);
                    rights.creating(receipt.context().site(), found.named(), findings);
                    closed.place(receipt.context().site(), receipt.location(), ViolationPath.of("location"), findings);
                    closed.party(receipt.sender(), ViolationPath.of("supplier"), findings);
                    arrivals.forEach(came ->
                            closed.item(came.lot().key().item(), came.path().then("item"), findings));
                    damaged.check(arrivals, findings);
                    rules.check(receipt, arrivals, context.map(EventContext::localDate), findings);
                    List<Optional<LinePrice>> agreed = prices.of(
                            receipt.context().site(), arrivals, context.map(EventContext::accountingDate), findings);
                    List<List<KeyDatum>> said =
                            arrivals.stream().map(prices::said).toList();
                    return (settled, inWriting) -> {
                        List<LotChange> registered = new ArrayList<>(found.register(inWriting));
                        registered.addAll(later.take(found.completing(), of(knownLots, told)));
                        expected.map(known -> received(known, arrivals)).ifPresent(known -> {
                            receipts.save(known);
                            counted.add(known);
                        });
                        return inWriting.isEmpty()
                                ? Optional.of(event(settled, receipt, arrivals, agreed, said)
                                        .changing(registered))
                                : Optional.empty();
                    };
                },
                (event, unused) -> {
                    counted.forEach(shortCases::follow);
                    expiries.follow(event);
                });
    }

    private static Set<Lot> together(Set<Lot> some, Set<Lot> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }

    /** A lot that is new is registered with what the notice says of it. */
    private static Map<LotKey, List<KeyDatum>> of(Set<Lot> known, Map<LotKey, List<KeyDatum>> told) {
        return known.stream().collect(Collectors.toMap(Lot::key, lot -> told.get(lot.key())));
    }

    /** The shelf life of some items begins when they come. */
    private Came dated(Came came, Optional<EventContext> context) {
        return context.flatMap(known -> said.expiryFrom(known.localDate(), came.lot()))
                .map(came::expiring)
                .orElse(came);
    }

    private List<Came> arrivals(Optional<ExpectedReceipt> expected, Receipt receipt, Findings findings) {
        if (receipt.notice().isPresent() && expected.isEmpty()) {
            String unknown =
                    "ship notice " + receipt.notice().get() + " is unknown: check its number, or wait for the notice";
            if (receipt.lines().isEmpty()) {
                findings.add(NOTICE_UNKNOWN, NOTICE, unknown);
                return List.of();
            }
            findings.breach(NOTICE_UNKNOWN, NOTICE, unknown);
        }
        Optional<NoticeMatching> matching =
                expected.map(known -> new NoticeMatching(checks, meant, labels, known, rules.tolerance()));
        if (receipt.lines().isEmpty()) {
            return everything(matching, receipt, findings);
        }
        List<Came> arrivals = new ArrayList<>();
        for (int i = 0; i < receipt.lines().size(); i++) {
            arrivals.addAll(arrivals(matching, receipt, i, findings));
        }
        return arrivals;
    }

    private static List<Came> everything(Optional<NoticeMatching> matching, Receipt receipt, Findings findings) {
        List<Came> everything =
                matching.map(known -> known.everythingOpen(findings)).orElse(List.of());
        if (matching.isPresent() && matching.get().lacksLots()) {
            return everything;
        }
        if (matching.isEmpty()) {
            findings.add(SharedChecks.LINES_MISSING, "lines", "the receipt names no notice and no goods: add a line");
        } else if (everything.isEmpty()) {
            findings.add(
                    NOTHING_OPEN,
                    "notice",
                    "everything of ship notice " + receipt.notice().orElseThrow() + " has come already");
        }
        return everything;
    }

    private List<Came> arrivals(Optional<NoticeMatching> matching, Receipt receipt, int index, Findings findings) {
        Receipt.Line line = receipt.lines().get(index);
        ViolationPath path = Findings.line(index + 1);
        if (matching.isPresent() && matching.get().announces(line, path, findings)) {
            return matching.get().arrivals(line, path, findings);
        }
        return unannounced.read(receipt, line, path, item -> noticed(matching, item), findings).stream()
                .toList();
    }

    private static Optional<OrderLineReference> noticed(Optional<NoticeMatching> matching, ItemNumber item) {
        return matching.flatMap(known -> known.orderLineFor(item));
    }

    private static ExpectedReceipt received(ExpectedReceipt expected, List<Came> arrivals) {
        Map<Integer, Quantity> came = new HashMap<>();
        arrivals.forEach(
                one -> one.noticeLine().ifPresent(number -> came.merge(number, one.quantity(), Quantity::plus)));
        List<ExpectedReceipt.Line> lines = expected.lines().stream()
                .map(line -> Optional.ofNullable(came.get(line.number()))
                        .map(line.received()::plus)
                        .map(line::having)
                        .orElse(line))
                .toList();
        return new ExpectedReceipt(expected.notice(), expected.site(), lines);
    }

    private TraceEvent event(
            EventContext context,
            Receipt receipt,
            List<Came> arrivals,
            List<Optional<LinePrice>> agreed,
            List<List<KeyDatum>> said) {
        Set<DocumentReference> documents = new LinkedHashSet<>(documents(receipt));
        arrivals.stream()
                .flatMap(came -> came.orderLine().stream())
                .map(OrderLineReference::order)
                .forEach(documents::add);
        if (documents.isEmpty()) {
            // The books, and whoever looks for it, need something to call it by.
            documents.add(new DocumentReference(
                    DocumentType.GOODS_RECEIPT, String.format("%s%06d", NUMBER_PREFIX, numbers.next(SEQUENCE))));
        }
        List<EventLine> lines = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            lines.add(line(receipt, arrivals.get(i), agreed.get(i), said.get(i)));
        }
        return new TraceEvent(
                context,
                EventType.RECEIVE,
                List.copyOf(documents),
                Optional.empty(),
                lines,
                List.of(),
                damaged.hold(arrivals));
    }

    private static EventLine line(Receipt receipt, Came came, Optional<LinePrice> price, List<KeyDatum> said) {
        return new EventLine(
                came.lot().key(),
                new Position(supplier(receipt), came.container()),
                new Position(place(receipt), came.container()),
                came.quantity(),
                came.entered(),
                came.orderLine(),
                price,
                said);
    }

    /** @return those that the request names, the notice first */
    static List<DocumentReference> documents(Receipt receipt) {
        List<DocumentReference> documents = new ArrayList<>();
        receipt.notice()
                .map(notice -> new DocumentReference(DocumentType.SHIP_NOTICE, notice.number()))
                .ifPresent(documents::add);
        receipt.purchaseOrder()
                .map(order -> new DocumentReference(DocumentType.PURCHASE_ORDER, order))
                .ifPresent(documents::add);
        return documents;
    }

    static Place supplier(Receipt receipt) {
        return Place.party(receipt.sender());
    }

    static Place place(Receipt receipt) {
        return Place.location(receipt.context().site(), receipt.location());
    }
}
