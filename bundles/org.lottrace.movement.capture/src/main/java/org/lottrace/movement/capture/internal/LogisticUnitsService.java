package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.master.store.MasterStepStore;
import org.lottrace.api.movement.LogisticUnit;
import org.lottrace.api.movement.LogisticUnits;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.UnitMove;
import org.lottrace.api.movement.UnitNesting;
import org.lottrace.api.movement.UnitShipment;
import org.lottrace.api.movement.UnitTakingOut;
import org.lottrace.api.movement.UnitUnpacking;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One door for whole logistic units. */
@Component
public final class LogisticUnitsService implements LogisticUnits {
    private static final int MOST = 1000;

    private final UnitOfWork unitOfWork;
    private final LedgerStore events;
    private final UnitNestings units;
    private final UnitChecks checks;
    private final NestUnits nestUnits;
    private final MoveUnits moveUnits;
    private final ShipUnits shipUnits;

    @Activate
    public LogisticUnitsService(
            @Reference UnitOfWork unitOfWork,
            @Reference Ledger ledger,
            @Reference EventCapture capture,
            @Reference MovementCapture movements,
            @Reference LotMaster lots,
            @Reference SiteStore sites,
            @Reference MasterStepStore masters,
            @Reference ItemStore items,
            @Reference SalesOrderStore salesOrders,
            @Reference Reservations reservations,
            @Reference LedgerStore events,
            @Reference StockOnHand stock) {
        this.unitOfWork = unitOfWork;
        this.events = events;
        units = capture.units();
        checks = new UnitChecks(units, reservations, stock, events, ledger);
        moveUnits = new MoveUnits(
                capture, new SharedChecks(sites, items, lots), new ClosedMasters(masters), checks, reservations);
        nestUnits = new NestUnits(capture, checks, moveUnits);
        shipUnits = new ShipUnits(unitOfWork, ledger, movements, checks, moveUnits, sites, salesOrders, reservations);
    }

    @Override
    public Optional<LogisticUnit> find(Sscc unit, AsOf asOf) {
        return unitOfWork.required(() -> asOf.isLatest() ? now(unit) : new PastUnits(events).find(unit, asOf));
    }

    private Optional<LogisticUnit> now(Sscc unit) {
        UnitTree tree = units.tree(Set.of(unit));
        LogisticUnit found = new LogisticUnit(
                unit, tree.around(unit), tree.nestedWithin(unit), tree.contentWithin(unit), checks.placeOf(unit, tree));
        boolean known = !found.content().isEmpty()
                || !found.nested().isEmpty()
                || !events.ofUnit(unit, Long.MAX_VALUE, 1).isEmpty();
        return Optional.of(found).filter(one -> known);
    }

    @Override
    public List<RecordedEvent> history(Sscc unit, Optional<Long> before, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new WrongQuestionException("a limit is 1 to " + MOST + ", not " + limit);
        }
        return unitOfWork.required(() -> events.ofUnit(unit, before.orElse(Long.MAX_VALUE), limit));
    }

    @Override
    public Outcome<RecordedEvent> nest(UnitNesting nesting) {
        return nestUnits.nest(nesting);
    }

    @Override
    public Outcome<RecordedEvent> takeOut(UnitTakingOut takingOut) {
        return nestUnits.takeOut(takingOut);
    }

    @Override
    public Outcome<RecordedEvent> unpack(UnitUnpacking unpacking) {
        return moveUnits.unpack(unpacking);
    }

    @Override
    public Outcome<RecordedEvent> move(UnitMove move) {
        return moveUnits.move(move);
    }

    @Override
    public Outcome<RecordedEvent> ship(UnitShipment shipment) {
        return shipUnits.ship(shipment);
    }
}
