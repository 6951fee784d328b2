package org.lottrace.movement.capture.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * What a report takes is gone. What the book has too little of is recorded first, as an unexplained gain. Whoever had reserved it
 * loses it: so much of the reservations is given up, the newest first, and the order that loses it is named.
 */
final class MakingRoom {
    private static final String RESERVATION_LOST = "RESERVATION_LOST";

    /** A reversal gives up what it takes itself; a count compares with the book, and locks its stock first. */
    private static final Set<EventType> OTHERS = EnumSet.of(EventType.REVERSE, EventType.COUNT);

    /** Who asks for these has locked the items, because they use reservations. */
    private static final Set<EventType> LOCKED_BY_THEMSELVES =
            EnumSet.of(EventType.PICK, EventType.PACK, EventType.CONSUME, EventType.SHIP);

    private final Reservations reservations;
    private final StockOnHand stock;
    private final UnexplainedGains gains;

    MakingRoom(Reservations reservations, StockOnHand stock, UnexplainedGains gains) {
        this.reservations = reservations;
        this.stock = stock;
        this.gains = gains;
    }

    /** Locks the items of what is taken, and the stock of all lots of the event, which are locked in one order. Nothing is reserved anywhere but at a location. */
    void forReport(TraceEvent event, Findings findings) {
        Set<LotKey> taken = event.lines().stream()
                .filter(line -> holdsGoods(line.from().place().kind()))
                .map(EventLine::lot)
                .collect(Collectors.toCollection(TreeSet::new));
        if (taken.isEmpty() || OTHERS.contains(event.type())) {
            return;
        }
        boolean mayBeReserved =
                event.lines().stream().anyMatch(line -> line.from().place().kind() == PlaceKind.LOCATION);
        if (mayBeReserved) {
            reservations.lockItems(items(taken));
        }
        List<Reservation> reserved = mayBeReserved ? reservations.ofLots(taken) : List.of();
        List<StockBalance> balances =
                stock.lock(event.lines().stream().map(EventLine::lot).collect(Collectors.toSet()));
        StockLeft.of(event.lines(), balances).forEach((at, left) -> {
            if (left.isNegative()) {
                gains.record(at, left.negated(), path(at, event), event, findings);
            }
        });
        if (!reserved.isEmpty()) {
            giveUp(StockLeft.after(event.lines(), balances), event, findings);
        }
    }

    /**
     * Locks the items of what is taken when something is reserved of it: that comes before the stock.
     *
     * @return the items that are locked
     */
    Set<ItemNumber> aheadOf(TraceEvent request) {
        Set<LotKey> taken = takenFromLocations(request);
        if (!LOCKED_BY_THEMSELVES.contains(request.type())) {
            if (taken.isEmpty() || !reservations.areReserved(taken)) {
                return Set.of();
            }
            reservations.lockItems(items(taken));
        }
        return items(taken);
    }

    /**
     * What is reserved and not picked is taken from wherever else the lot is. What finds no other place refuses the request. The stock is
     * locked.
     *
     * @param locked what {@link #aheadOf} has locked
     * @throws StaleWriteException if somebody has reserved something since, so that the work begins again
     */
    void forRequest(TraceEvent request, Set<ItemNumber> locked) {
        Set<LotKey> taken = takenFromLocations(request);
        if (!taken.isEmpty() && reservations.areReserved(taken)) {
            StaleWriteException.requireLocked(locked, items(taken));
            reservations.follow(StockLeft.after(request.lines(), stock));
        }
    }

    private static Set<LotKey> takenFromLocations(TraceEvent event) {
        return OTHERS.contains(event.type())
                ? Set.of()
                : event.lines().stream()
                        .filter(line -> line.from().place().kind() == PlaceKind.LOCATION)
                        .map(EventLine::lot)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<ItemNumber> items(Set<LotKey> lots) {
        return lots.stream().map(LotKey::item).collect(Collectors.toSet());
    }

    private void giveUp(List<StockBalance> after, TraceEvent event, Findings findings) {
        for (Reservation lost : reservations.giveUp(after)) {
            findings.note(
                    new Violation(
                            RESERVATION_LOST,
                            path(new StockLeft.At(lost.lot(), lost.position()), event),
                            lost.orderLine() + " loses " + lost.quantity() + " of lot " + lost.lot() + " at "
                                    + lost.position() + ", which were reserved for it: allocate the order again"),
                    Optional.of(lost.lot()));
        }
    }

    /** What an output takes from its order is what was consumed. */
    private static boolean holdsGoods(PlaceKind kind) {
        return kind.holdsStock() && kind != PlaceKind.PRODUCTION_ORDER;
    }

    private static ViolationPath path(StockLeft.At at, TraceEvent event) {
        for (int i = 0; i < event.lines().size(); i++) {
            EventLine line = event.lines().get(i);
            if (line.lot().equals(at.lot())
                    && (line.from().equals(at.position()) || line.to().equals(at.position()))) {
                return Findings.line(i + 1).then("quantity");
            }
        }
        throw new IllegalStateException(
                "no line of " + event.id() + " takes lot " + at.lot() + " from " + at.position());
    }
}
