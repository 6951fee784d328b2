package org.lottrace.allocation.fefo.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.OrderLineReference;
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
 * Keeps reservations in step with goods that move, leave or are stopped. Needs nothing but its store: allocation asks quality
 * whether a lot may be used, and quality comes here when it may not.
 */
@Component
public final class ReservationsService implements Reservations {
    private final UnitOfWork unitOfWork;
    private final ReservationStore store;

    @Activate
    public ReservationsService(@Reference UnitOfWork unitOfWork, @Reference ReservationStore store) {
        this.unitOfWork = unitOfWork;
        this.store = store;
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
        unitOfWork.run(() -> goods.forEach(line -> moveAlong(line, target)));
    }

    private void moveAlong(StockBalance goods, Position target) {
        Quantity rest = goods.quantity();
        for (Reservation reservation : at(goods.lot(), goods.position())) {
            Quantity part = rest.min(reservation.quantity());
            if (part.isPositive()) {
                rest = rest.minus(part);
                use(Map.of(reservation, part));
                add(reservation.orderLine(), goods.lot(), target, part);
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
                left.add(new Reservation(reservation.orderLine(), reservation.lot(), reservation.position(), rest));
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
            return cancelled;
        });
    }

    @Override
    public List<Reservation> giveUp(LotKey lot, Position position, Quantity left) {
        return unitOfWork.required(() -> {
            List<Reservation> newestFirst = new ArrayList<>(at(lot, position));
            Collections.reverse(newestFirst);
            Quantity tooMuch = newestFirst.stream()
                    .map(Reservation::quantity)
                    .reduce(Quantity.zero(left.unit()), Quantity::plus)
                    .minus(left);
            List<Reservation> gone = new ArrayList<>();
            for (Reservation reservation : newestFirst) {
                Quantity part = tooMuch.min(reservation.quantity());
                if (part.isPositive()) {
                    use(Map.of(reservation, part));
                    gone.add(new Reservation(reservation.orderLine(), lot, position, part));
                    tooMuch = tooMuch.minus(part);
                }
            }
            return gone;
        });
    }

    private void add(OrderLineReference orderLine, LotKey lot, Position position, Quantity quantity) {
        Quantity known = at(lot, position).stream()
                .filter(reservation -> reservation.orderLine().equals(orderLine))
                .map(Reservation::quantity)
                .reduce(Quantity.zero(quantity.unit()), Quantity::plus);
        store.save(new Reservation(orderLine, lot, position, known.plus(quantity)));
    }

    private List<Reservation> at(LotKey lot, Position position) {
        return store.ofLots(List.of(lot)).stream()
                .filter(reservation -> reservation.position().equals(position))
                .toList();
    }
}
