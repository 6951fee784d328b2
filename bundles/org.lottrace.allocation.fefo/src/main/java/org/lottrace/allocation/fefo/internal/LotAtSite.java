package org.lottrace.allocation.fefo.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.quantity.Quantity;

/**
 * What is reserved of one lot, position by position, while its stock changes. What is not picked is reserved of the lot at its site: where less will be than is
 * reserved it goes to other positions there, first to those that get more. What is picked goes only where its goods go.
 */
final class LotAtSite {
    private final SortedMap<Position, Quantity> free = new TreeMap<>();
    private final List<Position> growing = new ArrayList<>();
    private final Predicate<Position> mayBeTaken;
    private final List<Reservation> before;
    private final List<Reservation> now;

    /**
     * @param there what there is of the lot
     * @param after what there will be, where it changes
     * @param reserved of the lot, in the order in which it was
     * @param mayBeTaken whether goods of the lot may be reserved at a position
     */
    LotAtSite(
            Collection<StockBalance> there,
            Collection<StockBalance> after,
            List<Reservation> reserved,
            Predicate<Position> mayBeTaken) {
        there.forEach(balance -> free.put(balance.position(), balance.quantity()));
        after.forEach(balance -> {
            Quantity had = free.getOrDefault(
                    balance.position(), Quantity.zero(balance.quantity().unit()));
            if (balance.quantity().compareTo(had) > 0) {
                growing.add(balance.position());
            }
            free.put(balance.position(), balance.quantity());
        });
        reserved.forEach(one -> free.merge(one.position(), one.quantity().negated(), Quantity::plus));
        this.before = List.copyOf(reserved);
        this.now = new ArrayList<>(reserved);
        this.mayBeTaken = mayBeTaken;
    }

    void follow() {
        for (Position position : List.copyOf(free.keySet())) {
            List<Reservation> leaving = new ArrayList<>(before.stream()
                    .filter(one -> one.position().equals(position))
                    .toList());
            Collections.reverse(leaving);
            leaving.sort(Comparator.comparing(Reservation::kind));
            leaving.forEach(one -> leave(one, position));
        }
    }

    private void leave(Reservation one, Position position) {
        Quantity rest = one.quantity();
        for (Position target : targets(one)) {
            Quantity part =
                    rest.min(atLeastNothing(free.get(position).negated())).min(atLeastNothing(free.get(target)));
            if (part.isPositive()) {
                rest = rest.minus(part);
                free.merge(position, part, Quantity::plus);
                free.merge(target, part.negated(), Quantity::plus);
                take(one, part);
                add(one.of(part).at(target));
            }
        }
    }

    /** Where the line has something of another kind already it would become of one kind. */
    private List<Position> targets(Reservation one) {
        return free.keySet().stream()
                .filter(target -> !target.equals(one.position())
                        && (one.isPicked() ? growing.contains(target) : one.servesAt(target) && mayBeTaken.test(target))
                        && now.stream()
                                .noneMatch(other -> other.isOfSameGoods(one.at(target)) && other.kind() != one.kind()))
                .sorted(Comparator.comparing((Position target) -> !growing.contains(target)))
                .toList();
    }

    private void take(Reservation one, Quantity part) {
        now.replaceAll(
                other -> other.isOfSameGoods(one) ? other.of(other.quantity().minus(part)) : other);
        now.removeIf(other -> other.quantity().isZero());
    }

    private void add(Reservation moved) {
        Reservation sum = now.stream().filter(moved::isOfSameGoods).reduce(moved, (all, there) -> all.plus(there));
        now.removeIf(moved::isOfSameGoods);
        now.add(sum);
    }

    private static Quantity atLeastNothing(Quantity quantity) {
        return quantity.isNegative() ? Quantity.zero(quantity.unit()) : quantity;
    }

    /** @return what is reserved nowhere near there any more */
    List<Reservation> gone() {
        return before.stream()
                .filter(one -> now.stream().noneMatch(one::isOfSameGoods))
                .toList();
    }

    /** @return what is another quantity now, or at another position */
    List<Reservation> changed() {
        return now.stream().filter(one -> !before.contains(one)).toList();
    }
}
