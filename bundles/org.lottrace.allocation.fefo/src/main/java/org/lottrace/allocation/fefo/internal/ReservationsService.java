package org.lottrace.allocation.fefo.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.ReservationKind;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.allocation.store.AllocationDecisionStore;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps reservations in step with goods that move, leave or are stopped. Needs nothing but stores: allocation asks quality
 * whether a lot may be used, and quality comes here when it may not.
 */
@Component
public final class ReservationsService implements Reservations {
    private final UnitOfWork unitOfWork;
    private final ReservationStore store;
    private final Losses losses;

    @Activate
    public ReservationsService(
            @Reference UnitOfWork unitOfWork,
            @Reference ReservationStore store,
            @Reference AllocationDecisionStore decisions,
            @Reference Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.losses = new Losses(decisions, new DecisionRecord(clock), clock);
    }

    @Override
    public void lockItems(Collection<ItemNumber> items) {
        store.lockItems(items);
    }

    @Override
    public List<Reservation> ofOrder(DocumentReference order) {
        return unitOfWork.required(() -> store.ofOrder(order));
    }

    @Override
    public List<Reservation> ofLots(Collection<LotKey> lots) {
        return unitOfWork.required(() -> store.ofLots(lots));
    }

    @Override
    public void moveAlong(List<StockBalance> goods, Position target) {
        moveAlong(goods, target, UnaryOperator.identity());
    }

    @Override
    public void pick(List<StockBalance> goods, Position target) {
        moveAlong(goods, target, moved -> moved.lasting(ReservationKind.PICKED));
    }

    @Override
    public void unpick(List<StockBalance> goods, Position target) {
        moveAlong(goods, target, moved -> moved.isPicked() ? moved.lasting(ReservationKind.FIRM) : moved);
    }

    private void moveAlong(List<StockBalance> goods, Position target, UnaryOperator<Reservation> becoming) {
        unitOfWork.run(() -> goods.forEach(line -> moveAlong(line, target, becoming)));
    }

    private void moveAlong(StockBalance goods, Position target, UnaryOperator<Reservation> becoming) {
        Quantity rest = goods.quantity();
        for (Reservation reservation : at(goods.lot(), goods.position())) {
            Quantity part = rest.min(reservation.quantity());
            if (part.isPositive()) {
                rest = rest.minus(part);
                use(Map.of(reservation, part));
                add(becoming.apply(reservation.of(part).at(target)));
            }
        }
    }

    @Override
    public void use(Map<Reservation, Quantity> taken) {
        List<Reservation> usedUp = new ArrayList<>();
        List<Reservation> left = new ArrayList<>();
        taken.forEach((reservation, part) -> {
            Quantity rest = reservation.quantity().minus(part);
            if (rest.isZero()) {
                usedUp.add(reservation);
            } else {
                left.add(reservation.of(rest));
            }
        });
        unitOfWork.run(() -> {
            store.remove(usedUp);
            store.save(left);
        });
    }

    @Override
    public List<Reservation> cancel(Collection<LotKey> lots) {
        return unitOfWork.required(() -> {
            List<Reservation> cancelled = store.ofLots(lots);
            store.remove(cancelled);
            losses.keep(cancelled, "the lot was held or recalled");
            return cancelled;
        });
    }

    @Override
    public List<Reservation> giveUp(LotKey lot, Position position, Quantity left) {
        return unitOfWork.required(() -> {
            List<Reservation> newestFirst = new ArrayList<>(at(lot, position));
            Collections.reverse(newestFirst);
            newestFirst.sort(Comparator.comparing(Reservation::kind));
            Quantity tooMuch = newestFirst.stream()
                    .map(Reservation::quantity)
                    .reduce(Quantity.zero(left.unit()), Quantity::plus)
                    .minus(left);
            List<Reservation> gone = new ArrayList<>();
            for (Reservation reservation : newestFirst) {
                Quantity part = tooMuch.min(reservation.quantity());
                if (part.isPositive()) {
                    use(Map.of(reservation, part));
                    gone.add(reservation.of(part));
                    tooMuch = tooMuch.minus(part);
                }
            }
            losses.keep(gone, "so much is not there, or may not go, any more");
            return gone;
        });
    }

    private void add(Reservation moved) {
        store.save(at(moved.lot(), moved.position()).stream()
                .filter(moved::isOfSameGoods)
                .reduce(moved, (sum, there) -> sum.plus(there)));
    }

    private List<Reservation> at(LotKey lot, Position position) {
        return store.ofLots(List.of(lot)).stream()
                .filter(reservation -> reservation.position().equals(position))
                .toList();
    }
}
