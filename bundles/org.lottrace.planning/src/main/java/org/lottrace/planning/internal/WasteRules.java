package org.lottrace.planning.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.lottrace.api.planning.ExpiringLot;
import org.lottrace.api.planning.Measures.UnitWaste;
import org.lottrace.api.planning.Measures.Waste;
import org.lottrace.api.planning.WastedLot;
import org.lottrace.api.planning.store.PlanningStore.Came;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;

/** What was lost because it expired: what was destroyed, and what lies there. */
final class WasteRules {
    private static final Comparator<WastedLot> ORDER = Comparator.comparing(WastedLot::day)
            .thenComparing(WastedLot::lot)
            .thenComparing(wasted -> wasted.site().value());

    private WasteRules() {}

    /** @return both, by day and lot */
    static List<WastedLot> rows(List<WastedLot> destroyed, List<ExpiringLot> expired) {
        List<WastedLot> rows = new ArrayList<>(destroyed);
        expired.stream().map(WasteRules::onStock).forEach(rows::add);
        rows.sort(ORDER);
        return List.copyOf(rows);
    }

    private static WastedLot onStock(ExpiringLot lot) {
        return new WastedLot(
                lot.site(),
                lot.lot(),
                lot.expiry(),
                lot.expiry().plusDays(1),
                Optional.empty(),
                lot.quantity(),
                lot.value());
    }

    static Waste of(List<Came> came, List<WastedLot> wasted) {
        TreeSet<String> units = Stream.concat(
                        came.stream().map(Came::quantity), wasted.stream().map(WastedLot::quantity))
                .map(quantity -> quantity.unit().code())
                .collect(Collectors.toCollection(TreeSet::new));
        Optional<Money> received = sum(came.stream().flatMap(one -> one.value().stream()));
        Optional<Money> lost = sum(wasted.stream().flatMap(one -> one.value().stream()));
        return new Waste(
                units.stream().map(unit -> ofUnit(unit, came, wasted)).toList(),
                received,
                lost,
                received.flatMap(all -> lost.filter(part -> part.isSameCurrency(all))
                        .flatMap(part -> Shares.percent(part.getAmount(), all.getAmount()))),
                wasted.stream().filter(one -> one.value().isEmpty()).count());
    }

    private static UnitWaste ofUnit(String unit, List<Came> came, List<WastedLot> wasted) {
        Quantity received = sum(unit, came.stream().map(Came::quantity));
        Quantity destroyed = sum(
                unit, wasted.stream().filter(one -> one.disposal().isPresent()).map(WastedLot::quantity));
        Quantity onStock = sum(
                unit, wasted.stream().filter(one -> one.disposal().isEmpty()).map(WastedLot::quantity));
        return new UnitWaste(
                received,
                destroyed,
                onStock,
                Shares.percent(destroyed.plus(onStock).amount(), received.amount()));
    }

    private static Quantity sum(String unit, Stream<Quantity> quantities) {
        UnitOfMeasure of = new UnitOfMeasure(unit);
        return quantities.filter(quantity -> quantity.unit().equals(of)).reduce(Quantity.zero(of), Quantity::plus);
    }

    /** @return the sum; absent when there is none, or amounts in several currencies, of which there is none */
    static Optional<Money> sum(Stream<Money> amounts) {
        List<Money> all = amounts.toList();
        return all.stream().map(Money::getCurrencyUnit).distinct().count() > 1
                ? Optional.empty()
                : all.stream().reduce(Money::plus);
    }
}
