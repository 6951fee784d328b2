package org.lottrace.planning.internal;

import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.planning.PassedLot;
import org.lottrace.api.planning.WastedLot;
import org.lottrace.api.quantity.Quantity;

/** What of the lots that were passed over was lost since because it expired, and what that cost. */
final class SpoiledRules {
    private record Place(LotKey lot, SiteId site) {}

    private SpoiledRules() {}

    /**
     * Who passed a lot over first answers for it first, as far as it was lost.
     *
     * @param wasted everything that was lost of them since
     * @return the same in their order, with what each cost
     */
    static List<PassedLot> of(List<PassedLot> passed, Collection<WastedLot> wasted) {
        Map<Place, Lost> lost = new HashMap<>();
        wasted.forEach(one -> lost.merge(new Place(one.lot(), one.site()), Lost.of(one), Lost::plus));
        Map<PassedLot, PassedLot> priced = new HashMap<>();
        passed.stream()
                .sorted(Comparator.comparing((PassedLot one) -> one.shipped().position()))
                .forEach(one -> {
                    Place place = new Place(one.earlier(), one.shipped().site());
                    Lost left = lost.get(place);
                    if (left != null
                            && left.quantity().unit().equals(one.quantity().unit())) {
                        Quantity part = left.quantity().min(one.quantity());
                        Optional<Money> value = left.valueOf(part);
                        lost.put(place, left.minus(part, value));
                        priced.put(one, spoiled(one, part, value.filter(cost -> part.isPositive())));
                    }
                });
        return passed.stream().map(one -> priced.getOrDefault(one, one)).toList();
    }

    private static PassedLot spoiled(PassedLot one, Quantity quantity, Optional<Money> value) {
        return new PassedLot(
                one.shipped(), one.earlier(), one.expiry(), one.quantity(), one.reason(), one.words(), quantity, value);
    }

    /** @param value absent when the books do not say of a part */
    private record Lost(Quantity quantity, Optional<Money> value) {
        static Lost of(WastedLot one) {
            return new Lost(one.quantity(), one.value());
        }

        Lost plus(Lost other) {
            return new Lost(quantity.plus(other.quantity), value.flatMap(one -> other.value
                    .filter(more -> more.isSameCurrency(one))
                    .map(one::plus)));
        }

        /** The last part gets what is left, so that all parts cost what all of it did. */
        Optional<Money> valueOf(Quantity part) {
            return value.map(all -> part.equals(quantity)
                    ? all
                    : Money.of(
                            all.getCurrencyUnit(),
                            all.getAmount()
                                    .multiply(part.amount())
                                    .divide(quantity.amount(), all.getScale(), RoundingMode.HALF_EVEN)));
        }

        Lost minus(Quantity part, Optional<Money> cost) {
            return new Lost(quantity.minus(part), value.flatMap(all -> cost.map(all::minus)));
        }
    }
}
