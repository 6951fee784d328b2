package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.movement.OpeningStock;
import org.lottrace.api.order.PriceCheck;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.movement.capture.internal.RepeatedRequest.Part;

/** Puts into stock what was there before anything was recorded. */
final class OpenStock {
    private static final String OPENED_ALREADY = "OPENED_ALREADY";

    private final EventCapture capture;
    private final SharedChecks checks;
    private final ClosedMasters closed;
    private final RepeatedRequest repeated;
    private final LotRightCheck rights;
    private final LotMaster lots;
    private final ItemStore items;
    private final StockOnHand stock;
    private final LedgerStore events;
    private final Supplier<List<PriceCheck>> priceChecks;

    OpenStock(
            EventCapture capture,
            SharedChecks checks,
            ClosedMasters closed,
            RepeatedRequest repeated,
            LotRightCheck rights,
            LotMaster lots,
            ItemStore items,
            StockOnHand stock,
            LedgerStore events,
            Supplier<List<PriceCheck>> priceChecks) {
        this.capture = capture;
        this.checks = checks;
        this.closed = closed;
        this.repeated = repeated;
        this.rights = rights;
        this.lots = lots;
        this.items = items;
        this.stock = stock;
        this.events = events;
        this.priceChecks = priceChecks;
    }

    Outcome<RecordedEvent> open(OpeningStock opening) {
        DocumentReference sheet = new DocumentReference(DocumentType.COUNT_SHEET, opening.countSheet());
        return capture.capture(
                opening.context().usually(Basis.REPORTED),
                event -> isSame(event, opening, sheet),
                (context, findings) -> {
                    List<EventLine> lines = lines(opening, findings);
                    Map<Lot, ViolationPath> paths = new LinkedHashMap<>();
                    for (int i = 0; i < opening.lines().size(); i++) {
                        paths.putIfAbsent(
                                opening.lines().get(i).lot(),
                                Findings.line(i + 1).then("lot"));
                    }
                    lots.checkAll(paths.keySet())
                            .forEach((lot, violations) -> findings.addAll(violations, paths.get(lot)));
                    Map<LotKey, ViolationPath> named = new LinkedHashMap<>();
                    paths.forEach((lot, path) -> named.putIfAbsent(lot.key(), path));
                    rights.creating(opening.context().site(), named, findings);
                    NumbersWithBlank.ofPartners(named, lots, findings);
                    return (settled, inWriting) -> write(opening, paths, inWriting)
                            .map(registered -> new TraceEvent(
                                            settled,
                                            EventType.OPENING,
                                            List.of(sheet),
                                            Optional.empty(),
                                            lines,
                                            List.of(),
                                            List.of())
                                    .changing(registered));
                });
    }

    /** @return which lots were registered; empty after a finding */
    private Optional<List<LotChange>> write(OpeningStock opening, Map<Lot, ViolationPath> paths, Findings findings) {
        List<LotChange> registered = new ArrayList<>();
        lots.registerAll(paths.keySet()).forEach((lot, outcome) -> {
            findings.addAll(outcome.violations(), paths.get(lot));
            if (outcome instanceof Outcome.Done<Lot> done) {
                registered.add(LotChange.registered(done.value()));
            }
        });
        // Two lists must not both open a lot.
        stock.lock(paths.keySet().stream().map(Lot::key).toList());
        checkOpenedBefore(opening, findings);
        return findings.isEmpty() ? Optional.of(registered) : Optional.empty();
    }

    /** @return those that could be made out */
    private List<EventLine> lines(OpeningStock opening, Findings findings) {
        Optional<Site> site = checks.site(opening.context().site(), ViolationPath.of("site"), findings);
        if (opening.lines().isEmpty()) {
            findings.add(SharedChecks.LINES_MISSING, "lines", "the request names no goods: add a line");
        }
        items.withNumbers(
                opening.lines().stream().map(line -> line.lot().key().item()).collect(Collectors.toSet()));
        List<EventLine> lines = new ArrayList<>();
        for (int i = 0; i < opening.lines().size(); i++) {
            OpeningStock.Line line = opening.lines().get(i);
            ViolationPath path = Findings.line(i + 1);
            checks.place(site, line.location(), path.then("location"), findings);
            closed.place(opening.context().site(), line.location(), path.then("location"), findings);
            closed.item(line.lot().key().item(), path.then("lot"), findings);
            checks.item(line.lot().key().item(), path.then("lot"), findings)
                    .flatMap(item -> line(opening.context().site(), line, item, path, findings))
                    .ifPresent(lines::add);
        }
        return lines;
    }

    private Optional<EventLine> line(
            SiteId site, OpeningStock.Line line, Item item, ViolationPath path, Findings findings) {
        ViolationPath cost = path.then("cost");
        boolean isPriced = checks.hasUnit(item, line.cost().per(), cost, findings);
        priceChecks.get().stream()
                .flatMap(check -> check.check(line.cost(), site).stream())
                .forEach(violation -> findings.add(violation.code(), cost, violation.message()));
        Optional<Quantity> quantity = checks.positive(item, line.quantity(), path.then("quantity"), findings);
        return quantity.filter(known -> isPriced).map(known -> new EventLine(
                        line.lot().key(),
                        new Position(Place.opening(site), line.container()),
                        position(site, line),
                        known,
                        line.quantity(),
                        Optional.empty())
                .at(LinePrice.of(item, line.cost())));
    }

    /** The whole list under another id, or a lot that is on it twice, would double the stock. */
    private void checkOpenedBefore(OpeningStock opening, Findings findings) {
        SiteId site = opening.context().site();
        Set<List<Object>> opened =
                events
                        .opened(opening.lines().stream()
                                .map(line -> line.lot().key())
                                .collect(Collectors.toSet()))
                        .stream()
                        .map(OpenStock::place)
                        .collect(Collectors.toSet());
        for (int i = 0; i < opening.lines().size(); i++) {
            OpeningStock.Line line = opening.lines().get(i);
            if (!opened.add(List.of(line.lot().key(), position(site, line)))) {
                findings.add(
                        OPENED_ALREADY,
                        Findings.line(i + 1),
                        "lot " + line.lot().key() + " has opening stock at " + position(site, line)
                                + " already: leave the line out, or count the lot");
            }
        }
    }

    private static List<Object> place(StockBalance balance) {
        return List.of(balance.lot(), balance.position());
    }

    private static Position position(SiteId site, OpeningStock.Line line) {
        return new Position(Place.location(site, line.location()), line.container());
    }

    private boolean isSame(TraceEvent event, OpeningStock opening, DocumentReference sheet) {
        SiteId site = opening.context().site();
        return RepeatedRequest.sameDocuments(event, EventType.OPENING, sheet)
                && repeated.sameGoods(
                        event,
                        line -> List.of(line.to(), line.price().orElseThrow().price()),
                        opening.lines().stream()
                                .map(line -> new Part(
                                        LotReference.to(line.lot().key()),
                                        List.of(position(site, line), line.cost()),
                                        line.quantity()))
                                .toList());
    }
}
