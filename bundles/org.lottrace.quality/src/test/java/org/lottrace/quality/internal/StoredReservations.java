package org.lottrace.quality.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What a hold asks of allocation, on the real store. The service itself is in a bundle whose tests need this one; there
 * {@code HoldsAndReservationsIT} has both.
 */
record StoredReservations(ReservationStore store) implements Reservations {
    @Override
    public void lockItems(Collection<ItemNumber> items) {
        store.lockItems(items);
    }

    @Override
    public List<Reservation> cancel(Collection<LotKey> lots) {
        List<Reservation> cancelled = store.ofLots(lots);
        store.remove(cancelled);
        return cancelled;
    }

    @Override
    public List<Reservation> ofOrder(DocumentReference order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Reservation> ofLots(Collection<LotKey> lots) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void moveAlong(List<StockBalance> goods, Position target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void pick(List<StockBalance> goods, Position target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void unpick(List<StockBalance> goods, Position target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void use(Map<Reservation, Quantity> taken) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean areReserved(Collection<LotKey> lots) {
        return !store.ofLots(lots).isEmpty();
    }

    @Override
    public void pack(List<StockBalance> goods, Position target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void follow(Collection<StockBalance> after) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Reservation> giveUp(Collection<StockBalance> after) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Reservation> giveUp(Collection<LotKey> lots, Predicate<Position> stopped) {
        throw new UnsupportedOperationException();
    }
}
