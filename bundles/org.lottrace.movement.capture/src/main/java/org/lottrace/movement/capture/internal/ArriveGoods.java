package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Arrival;
import org.lottrace.api.movement.LogisticUnits;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.ViolationPath;

/** Takes goods in that were on the road between own sites: whole logistic units as they left, the rest line by line. */
final class ArriveGoods {
    private static final String UNIT_NOT_IN_TRANSIT = "UNIT_NOT_IN_TRANSIT";

    private final EventCapture capture;
    private final SharedChecks checks;
    private final ClosedMasters closed;
    private final RepeatedRequest repeated;
    private final StockStore stock;
    private final SegregationCheck segregation;

    ArriveGoods(
            EventCapture capture,
            SharedChecks checks,
            ClosedMasters closed,
            RepeatedRequest repeated,
            StockStore stock,
            SegregationCheck segregation) {
        this.capture = capture;
        this.checks = checks;
        this.closed = closed;
        this.repeated = repeated;
        this.stock = stock;
        this.segregation = segregation;
    }

    Outcome<RecordedEvent> arrive(Arrival arrival) {
        return capture.capture(
                arrival.context().usually(Basis.REPORTED),
                event -> isSame(event, arrival),
                (context, findings) -> {
                    checks.place(
                            checks.site(arrival.context().site(), ViolationPath.of("site"), findings),
                            arrival.location(),
                            ViolationPath.of("location"),
                            findings);
                    closed.place(arrival.context().site(), arrival.location(), ViolationPath.of("location"), findings);
                    List<StockBalance> elsewhere = new ArrayList<>();
                    List<LotQuantity> given = new ArrayList<>(lines(arrival));
                    given.addAll(inUnits(arrival, elsewhere, findings));
                    List<Goods> goods = new ArrayList<>(
                            given.isEmpty() && !arrival.units().isEmpty()
                                    ? List.of()
                                    : checks.goodsAlsoInTransit(
                                            checks.site(
                                                    arrival.dispatchedTo(), ViolationPath.of("dispatchedTo"), findings),
                                            given,
                                            findings));
                    elsewhere.forEach(balance -> goods.add(from(balance, goods.size() + 1, findings)));
                    segregation.checkUnits(goods, line -> putDown(arrival, line.position()), findings);
                    return (settled, unused) -> Optional.of(TransferEvent.of(
                            EventType.TRANSFER,
                            settled,
                            List.of(),
                            goods.stream()
                                    .map(line -> line.movedTo(putDown(arrival, line.position())))
                                    .toList()));
                },
                segregation::confirmUnits);
    }

    private static List<LotQuantity> lines(Arrival arrival) {
        return arrival.lines().stream()
                .map(line -> new LotQuantity(line.lot(), LocationId.IN_TRANSIT, line.container(), line.quantity()))
                .toList();
    }

    private Goods from(StockBalance balance, int line, Findings findings) {
        return new Goods(
                line,
                checks.lot(LotReference.to(balance.lot()), ViolationPath.of("units"), findings)
                        .orElseThrow(),
                balance.position(),
                balance.quantity(),
                balance.quantity());
    }

    /** @param elsewhere gets what came in units that the book has neither on the road nor at the site: nobody said how they left */
    private List<LotQuantity> inUnits(Arrival arrival, List<StockBalance> elsewhere, Findings findings) {
        Place road = Place.inTransit(arrival.dispatchedTo());
        List<StockBalance> onTheRoad = stock.at(arrival.units().stream()
                .map(unit -> new Position(road, Optional.of(unit)))
                .toList());
        List<LotQuantity> goods = new ArrayList<>();
        for (int i = 0; i < arrival.units().size(); i++) {
            Sscc unit = arrival.units().get(i);
            List<LotQuantity> inIt = onTheRoad.stream()
                    .filter(balance -> balance.position().container().equals(Optional.of(unit)))
                    .map(balance -> new LotQuantity(
                            LotReference.to(balance.lot()),
                            LocationId.IN_TRANSIT,
                            Optional.of(unit),
                            balance.quantity()))
                    .toList();
            List<StockBalance> away =
                    inIt.isEmpty() && findings.isReport() ? elsewhere(unit, arrival) : List.<StockBalance>of();
            elsewhere.addAll(away);
            if (!away.isEmpty()) {
                findings.breach(
                        LogisticUnits.UNIT_ELSEWHERE,
                        ViolationPath.of("units", i + 1),
                        "logistic unit " + unit + " is at "
                                + away.get(0).position().place() + ", not on the road to site " + arrival.dispatchedTo()
                                + ": find out how it left");
            } else if (inIt.isEmpty()) {
                findings.add(
                        UNIT_NOT_IN_TRANSIT,
                        ViolationPath.of("units", i + 1),
                        "nothing in logistic unit " + unit + " is on the road to site " + arrival.dispatchedTo()
                                + ": check the label, or where it was dispatched to");
            }
            goods.addAll(inIt);
        }
        return goods;
    }

    private List<StockBalance> elsewhere(Sscc unit, Arrival arrival) {
        return capture.units().tree(List.of(unit)).contentOf(List.of(unit)).stream()
                .filter(balance -> !UnitChecks.isAt(
                        balance.position().place(), arrival.context().site()))
                .toList();
    }

    private static Position putDown(Arrival arrival, Position onTheRoad) {
        return new Position(Place.location(arrival.context().site(), arrival.location()), onTheRoad.container());
    }

    /** What was in a unit is not said by the request, so only that each unit came is compared. */
    private boolean isSame(TraceEvent event, Arrival arrival) {
        Map<Boolean, List<EventLine>> byUnit = event.lines().stream()
                .collect(Collectors.partitioningBy(line -> line.from()
                        .container()
                        .filter(arrival.units()::contains)
                        .isPresent()));
        Set<Sscc> came = byUnit.get(true).stream()
                .flatMap(line -> line.from().container().stream())
                .collect(Collectors.toSet());
        Place road = Place.inTransit(arrival.dispatchedTo());
        boolean isFromAnywhere = event.findings().contains(LogisticUnits.UNIT_ELSEWHERE);
        return RepeatedRequest.sameDocuments(event, EventType.TRANSFER)
                && came.containsAll(arrival.units())
                && byUnit.get(true).stream()
                        .allMatch(line -> (isFromAnywhere || line.from().place().equals(road))
                                && line.to().equals(putDown(arrival, line.from())))
                && repeated.sameGoods(
                        byUnit.get(false),
                        line -> List.of(line.from(), line.to()),
                        RequestedGoods.parts(
                                arrival.dispatchedTo(), lines(arrival), from -> List.of(from, putDown(arrival, from))));
    }
}
