package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.movement.capture.internal.NoticeMatching.Arrival;
import org.lottrace.movement.capture.internal.RepeatedRequest.Part;

/** Registers the lots of a receipt against a ship notice and puts them into stock. */
final class ReceiveGoods {
    private static final String NOTICE_UNKNOWN = "NOTICE_UNKNOWN";
    private static final String NOTHING_OPEN = "NOTHING_OPEN";

    private final EventCapture capture;
    private final SharedChecks checks;
    private final RepeatedRequest repeated;
    private final LotMaster lots;
    private final MeantLots meant;
    private final ExpectedReceiptStore receipts;
    private final OrderLinePrices prices;

    ReceiveGoods(
            EventCapture capture,
            SharedChecks checks,
            RepeatedRequest repeated,
            LotMaster lots,
            MeantLots meant,
            ExpectedReceiptStore receipts,
            OrderLinePrices prices) {
        this.capture = capture;
        this.checks = checks;
        this.repeated = repeated;
        this.lots = lots;
        this.meant = meant;
        this.receipts = receipts;
        this.prices = prices;
    }

    Outcome<RecordedEvent> receive(Receipt receipt) {
        return capture.capture(
                receipt.context().usually(Basis.REPORTED), event -> isSame(event, receipt), (context, findings) -> {
                    checks.place(
                            checks.site(receipt.context().site(), ViolationPath.of("site"), findings),
                            receipt.location(),
                            ViolationPath.of("location"),
                            findings);
                    Optional<ExpectedReceipt> expected = receipts.lock(receipt.notice());
                    if (expected.isEmpty()) {
                        findings.add(
                                NOTICE_UNKNOWN,
                                "notice",
                                "ship notice " + receipt.notice()
                                        + " is unknown: check its number, or wait for the notice");
                    }
                    List<Arrival> arrivals = expected.map(known -> arrivals(known, receipt, findings))
                            .orElse(List.of());
                    Map<Lot, ViolationPath> paths = lotsOf(arrivals);
                    lots.checkAll(paths.keySet())
                            .forEach((lot, violations) ->
                                    findings.addAll(violations, paths.get(lot).then("lot")));
                    Map<Arrival, LinePrice> agreed = pricesOf(arrivals, findings);
                    return (settled, inWriting) -> write(settled, receipt, expected.orElseThrow(), agreed, inWriting);
                });
    }

    private List<Arrival> arrivals(ExpectedReceipt expected, Receipt receipt, Findings findings) {
        NoticeMatching matching = new NoticeMatching(checks, meant, expected);
        if (!receipt.lines().isEmpty()) {
            return matching.arrivals(receipt.lines(), findings);
        }
        List<Arrival> everything = matching.everythingOpen();
        if (everything.isEmpty()) {
            findings.add(NOTHING_OPEN, "notice", "everything of ship notice " + receipt.notice() + " has come already");
        }
        return everything;
    }

    private Optional<TraceEvent> write(
            EventContext context,
            Receipt receipt,
            ExpectedReceipt expected,
            Map<Arrival, LinePrice> arrivals,
            Findings findings) {
        List<LotChange> registered = new ArrayList<>();
        Map<Lot, ViolationPath> paths = lotsOf(arrivals.keySet());
        lots.registerAll(paths.keySet()).forEach((lot, outcome) -> {
            findings.addAll(outcome.violations(), paths.get(lot).then("lot"));
            if (outcome instanceof Outcome.Done<Lot> done) {
                registered.add(LotChange.registered(done.value()));
            }
        });
        receipts.save(received(expected, arrivals.keySet()));
        return findings.isEmpty()
                ? Optional.of(event(context, receipt, arrivals).changing(registered))
                : Optional.empty();
    }

    /** @return the arrivals in their order, each at its price; not those after a finding */
    private Map<Arrival, LinePrice> pricesOf(List<Arrival> arrivals, Findings findings) {
        Map<Arrival, LinePrice> agreed = new LinkedHashMap<>();
        arrivals.forEach(arrival -> prices.bought(
                        arrival.line().orderLine(), arrival.line().lot().key().item(), arrival.requestPath(), findings)
                .ifPresent(price -> agreed.put(arrival, price)));
        return agreed;
    }

    /** @return each lot once, with the path of the first line that names it */
    private static Map<Lot, ViolationPath> lotsOf(Collection<Arrival> arrivals) {
        Map<Lot, ViolationPath> lots = new LinkedHashMap<>();
        arrivals.forEach(arrival -> lots.putIfAbsent(arrival.line().lot(), arrival.requestPath()));
        return lots;
    }

    private static ExpectedReceipt received(ExpectedReceipt expected, Collection<Arrival> arrivals) {
        List<ExpectedReceipt.Line> lines = expected.lines().stream()
                .map(line -> new ExpectedReceipt.Line(
                        line.number(),
                        line.lot(),
                        line.expected(),
                        arrivals.stream()
                                .filter(arrival -> arrival.line().number() == line.number())
                                .map(Arrival::quantity)
                                .reduce(line.received(), Quantity::plus),
                        line.announced(),
                        line.orderLine(),
                        line.container()))
                .toList();
        return new ExpectedReceipt(expected.notice(), expected.site(), lines);
    }

    private static TraceEvent event(EventContext context, Receipt receipt, Map<Arrival, LinePrice> arrivals) {
        List<DocumentReference> documents = new ArrayList<>(List.of(notice(receipt)));
        arrivals.keySet().stream()
                .map(arrival -> arrival.line().orderLine().order())
                .distinct()
                .forEach(documents::add);
        return new TraceEvent(
                context,
                EventType.RECEIVE,
                documents,
                Optional.empty(),
                arrivals.entrySet().stream()
                        .map(arrival -> line(receipt, arrival.getKey()).at(arrival.getValue()))
                        .toList(),
                List.of(),
                List.of());
    }

    private static EventLine line(Receipt receipt, Arrival arrival) {
        return new EventLine(
                arrival.line().lot().key(),
                new Position(supplier(receipt), arrival.container()),
                new Position(place(receipt), arrival.container()),
                arrival.quantity(),
                arrival.entered(),
                Optional.of(arrival.line().orderLine()));
    }

    private boolean isSame(TraceEvent event, Receipt receipt) {
        List<Part> parts = receipt.lines().stream()
                .map(line -> new Part(
                        line.lot(),
                        List.of(
                                new Position(supplier(receipt), line.container()),
                                new Position(place(receipt), line.container())),
                        line.quantity()))
                .toList();
        return RepeatedRequest.sameDocuments(event, EventType.RECEIVE, notice(receipt))
                && (parts.isEmpty()
                        ? event.lines().stream().allMatch(line -> isSameWay(line, receipt))
                        : repeated.sameGoods(event, line -> List.of(line.from(), line.to()), parts));
    }

    private static boolean isSameWay(EventLine line, Receipt receipt) {
        return line.from().place().equals(supplier(receipt))
                && line.to().place().equals(place(receipt));
    }

    private static DocumentReference notice(Receipt receipt) {
        return new DocumentReference(DocumentType.SHIP_NOTICE, receipt.notice().number());
    }

    private static Place supplier(Receipt receipt) {
        return Place.party(receipt.notice().sender());
    }

    private static Place place(Receipt receipt) {
        return Place.location(receipt.context().site(), receipt.location());
    }
}
