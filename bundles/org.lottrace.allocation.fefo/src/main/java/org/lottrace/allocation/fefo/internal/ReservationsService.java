package org.lottrace.allocation.fefo.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.ReservationKind;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.allocation.store.AllocationDecisionStore;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.SiteStore;
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
    private final StockFollowing stock;

    @Activate
    public ReservationsService(
            @Reference UnitOfWork unitOfWork,
            @Reference ReservationStore store,
            @Reference AllocationDecisionStore decisions,
            @Reference StockOnHand stock,
            @Reference SiteStore sites,
            @Reference DispositionStore dispositions,
            @Reference Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.losses = new Losses(decisions, new DecisionRecord(clock), clock);
        this.stock = new StockFollowing(store, stock, sites, dispositions);
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
    public boolean areReserved(Collection<LotKey> lots) {
        return unitOfWork.required(() -> !store.sumsOf(lots).isEmpty());
    }

    @Override
    public void moveAlong(List<StockBalance> goods, Position target) {
        moveAlong(goods, target, UnaryOperator.identity());
    }

    @Override
    public void pack(List<StockBalance> goods, Position target) {
        moveAlong(goods, target, moved -> moved.lasting(ReservationKind.PICKED));
    }

    @Override
    public void pick(List<StockBalance> goods, Position target) {
        unitOfWork.run(() -> goods.forEach(line -> {
            Quantity rest = take(line.quantity(), at(line.lot(), line.position()), target, ReservationsService::picked);
            if (rest.isPositive()) {
                take(rest, elsewhere(line), target, ReservationsService::picked);
            }
        }));
    }

    private static Reservation picked(Reservation moved) {
        return moved.lasting(ReservationKind.PICKED);
    }

    @Override
    public void unpick(List<StockBalance> goods, Position target) {
        moveAlong(goods, target, moved -> moved.isPicked() ? moved.lasting(ReservationKind.FIRM) : moved);
    }

    private void moveAlong(List<StockBalance> goods, Position target, UnaryOperator<Reservation> becoming) {
        unitOfWork.run(
                () -> goods.forEach(line -> take(line.quantity(), at(line.lot(), line.position()), target, becoming)));
    }

    /** @return what of the quantity is for none of them */
    private Quantity take(
            Quantity quantity, List<Reservation> from, Position target, UnaryOperator<Reservation> becoming) {
        Quantity rest = quantity;
        for (Reservation reservation : from) {
            Quantity part = rest.min(reservation.quantity());
            if (part.isPositive()) {
                rest = rest.minus(part);
                use(Map.of(reservation, part));
                add(becoming.apply(reservation.of(part).at(target)));
            }
        }
        return rest;
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
    public void follow(Collection<StockBalance> after) {
        unitOfWork.run(() -> stock.follow(after));
    }

    @Override
    public List<Reservation> giveUp(Collection<StockBalance> after) {
        return unitOfWork.required(() -> {
            stock.follow(after);
            List<Reservation> gone =
                    after.stream().flatMap(left -> tooMuch(left).stream()).toList();
            losses.keep(gone, "so much is not there, or may not go, any more");
            return gone;
        });
    }

    @Override
    public List<Reservation> giveUp(Collection<LotKey> lots, Predicate<Position> stopped) {
        return unitOfWork.required(() -> giveUp(stock.without(lots, stopped)));
    }

    private List<Reservation> tooMuch(StockBalance left) {
        List<Reservation> newestFirst = new ArrayList<>(at(left.lot(), left.position()));
        Collections.reverse(newestFirst);
        newestFirst.sort(Comparator.comparing(Reservation::kind));
        Quantity tooMuch = newestFirst.stream()
                .map(Reservation::quantity)
                .reduce(Quantity.zero(left.quantity().unit()), Quantity::plus)
                .minus(left.quantity());
        List<Reservation> gone = new ArrayList<>();
        for (Reservation reservation : newestFirst) {
            Quantity part = tooMuch.min(reservation.quantity());
            if (part.isPositive()) {
                use(Map.of(reservation, part));
                gone.add(reservation.of(part));
                tooMuch = tooMuch.minus(part);
            }
        }
        return gone;
    }

    private void add(Reservation moved) {
        store.save(at(moved.lot(), moved.position()).stream()
                .filter(moved::isOfSameGoods)
                .reduce(moved, (sum, there) -> sum.plus(there)));
    }

    /** @return what is not picked yet and reserved of the lot elsewhere at the site */
    private List<Reservation> elsewhere(StockBalance goods) {
        return store.ofLots(List.of(goods.lot())).stream()
                .filter(one ->
                        !one.isPicked() && !one.position().equals(goods.position()) && one.servesAt(goods.position()))
                .sorted(Comparator.comparing(Reservation::kind).reversed())
                .toList();
    }

    private List<Reservation> at(LotKey lot, Position position) {
        return store.ofLots(List.of(lot)).stream()
                .filter(reservation -> reservation.position().equals(position))
                .toList();
    }
}
