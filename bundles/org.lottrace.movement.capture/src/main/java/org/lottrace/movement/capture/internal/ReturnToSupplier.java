package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.SupplierReturn;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.violation.ViolationPath;

/** Gives goods back to a supplier, whatever their disposition; in the logistic unit that they are in. */
final class ReturnToSupplier {
    private static final String SUPPLIER_UNKNOWN = "SUPPLIER_UNKNOWN";
    private static final String NOT_FROM_SUPPLIER = "NOT_FROM_SUPPLIER";

    private final EventCapture capture;
    private final SharedChecks checks;
    private final RepeatedRequest repeated;
    private final PartyStore parties;
    private final LedgerStore events;

    ReturnToSupplier(
            EventCapture capture,
            SharedChecks checks,
            RepeatedRequest repeated,
            PartyStore parties,
            LedgerStore events) {
        this.capture = capture;
        this.checks = checks;
        this.repeated = repeated;
        this.parties = parties;
        this.events = events;
    }

    Outcome<RecordedEvent> giveBack(SupplierReturn given) {
        DocumentReference number = new DocumentReference(DocumentType.RETURN_ORDER, given.number());
        return capture.capture(
                given.context().usually(Basis.REPORTED), event -> isSame(event, given, number), (context, findings) -> {
                    List<Goods> goods = checks.goods(given.context().site(), given.goods(), findings);
                    ToldParties.check(
                            parties, given.supplier(), SUPPLIER_UNKNOWN, ViolationPath.of("supplier"), findings);
                    checkOrigin(goods, given, findings);
                    capture.checkCounts(
                            context,
                            EventType.SUPPLIER_RETURN,
                            goods,
                            Position.at(Place.party(given.supplier())),
                            findings);
                    return (settled, unused) -> Optional.of(event(settled, given, number, goods));
                });
    }

    private void checkOrigin(List<Goods> goods, SupplierReturn given, Findings findings) {
        Set<LotKey> received = events
                .handovers(Goods.lotsOf(goods).stream().map(Lot::key).toList())
                .stream()
                .filter(handover ->
                        handover.type() == EventType.RECEIVE && handover.party().equals(given.supplier()))
                .map(handover -> handover.lot())
                .collect(Collectors.toSet());
        goods.stream()
                .filter(line -> !received.contains(line.lot().key()))
                .forEach(line -> findings.breach(
                        NOT_FROM_SUPPLIER,
                        line.path().then("lot"),
                        "lot " + line.lot().key() + " was never received from " + given.supplier()
                                + ": check the lot and the supplier"));
    }

    private boolean isSame(TraceEvent event, SupplierReturn given, DocumentReference number) {
        SiteId site = given.context().site();
        return RepeatedRequest.sameDocuments(event, EventType.SUPPLIER_RETURN, number)
                && repeated.sameGoods(
                        event,
                        line -> List.of(line.from(), line.to()),
                        RequestedGoods.parts(site, given.goods(), from -> List.of(from, to(given, from))));
    }

    private static TraceEvent event(
            EventContext context, SupplierReturn given, DocumentReference number, List<Goods> goods) {
        return new TraceEvent(
                context,
                EventType.SUPPLIER_RETURN,
                List.of(number),
                Optional.empty(),
                goods.stream()
                        .map(line -> line.movedTo(to(given, line.position())))
                        .toList(),
                List.of(),
                List.of());
    }

    private static Position to(SupplierReturn given, Position from) {
        return new Position(Place.party(given.supplier()), from.container());
    }
}
