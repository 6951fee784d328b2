package org.lottrace.edi.warehouse.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.OtherLot;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.Party;
import org.lottrace.api.quantity.Quantity;

/**
 * Reserves for an order the lots that its partner names, whatever the rules would have chosen. What cannot be had of a lot is a case of the
 * newest event that said something of it: the order stays, and a person decides with the partner.
 */
final class NamedLots {
    /** A lot that was ordered by its number is not there, not free or not usable. */
    private static final String NOT_RESERVED = "NAMED_LOT_NOT_RESERVED";

    private final Allocation allocation;
    private final AllocationDecisions decisions;
    private final Reservations reservations;
    private final StockOnHand stock;
    private final LotCorrections history;
    private final CaseOpening cases;

    NamedLots(
            Allocation allocation,
            AllocationDecisions decisions,
            Reservations reservations,
            StockOnHand stock,
            LotCorrections history,
            CaseOpening cases) {
        this.allocation = allocation;
        this.decisions = decisions;
        this.reservations = reservations;
        this.stock = stock;
        this.history = history;
        this.cases = cases;
    }

    /**
     * In the caller's unit of work, and the last that it writes. Idempotent.
     *
     * @param named by number of the line
     */
    void reserve(SalesOrder order, Map<Integer, LotKey> named, Party by) {
        List<LineAllocation> lines = named.isEmpty()
                ? List.of()
                : allocation.show(order.number()).toOptional().orElse(List.of());
        Map<LineAllocation, Quantity> missing = new LinkedHashMap<>();
        for (LineAllocation line : lines) {
            Optional.ofNullable(named.get(line.orderLine().line())).ifPresent(lot -> {
                Quantity open = line.ordered().minus(line.shipped());
                Quantity more = open.minus(taken(order, line, lot, open, by));
                if (more.isPositive()) {
                    missing.put(line, more);
                }
            });
        }
        missing.forEach(
                (line, more) -> tell(order, line, named.get(line.orderLine().line()), more, by));
    }

    private Quantity taken(SalesOrder order, LineAllocation line, LotKey lot, Quantity open, Party by) {
        Quantity rest = open;
        for (StockBalance balance : stock.ofLot(lot)) {
            Place place = balance.position().place();
            boolean isThere = place.kind() == PlaceKind.LOCATION && place.site().equals(order.shipFrom());
            Quantity part = isThere ? rest.min(free(line, balance)) : Quantity.zero(rest.unit());
            if (part.isPositive()) {
                Outcome<LineAllocation> outcome = decisions.takeOther(
                        Caller.partner(by.id()),
                        new OtherLot(
                                line.orderLine(),
                                lot,
                                balance.position(),
                                part,
                                "ordered by its number, 940 " + order.number()));
                rest = outcome.violations().isEmpty() ? rest.minus(part) : rest;
            }
        }
        return open.minus(rest);
    }

    /** What is reserved for this line already counts as free for it. */
    private Quantity free(LineAllocation line, StockBalance balance) {
        return reservations.ofLots(List.of(balance.lot())).stream()
                .filter(reservation -> reservation.position().equals(balance.position())
                        && !reservation.orderLine().equals(line.orderLine()))
                .map(reservation -> reservation.quantity())
                .reduce(balance.quantity(), Quantity::minus);
    }

    private void tell(SalesOrder order, LineAllocation line, LotKey lot, Quantity missing, Party by) {
        history.history(lot).stream()
                .reduce((first, last) -> last)
                .ifPresent(newest -> cases.openOnce(
                        NOT_RESERVED,
                        newest.event().id(),
                        Optional.of(lot),
                        order.shipFrom(),
                        by.id() + " ordered " + missing + " more of lot " + lot + " by line "
                                + line.orderLine().line() + " of order " + order.number()
                                + " than can be reserved of it: send another lot only if " + by.id() + " agrees"));
    }
}
