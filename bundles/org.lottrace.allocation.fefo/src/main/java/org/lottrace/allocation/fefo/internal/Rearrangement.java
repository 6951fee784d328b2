package org.lottrace.allocation.fefo.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.allocation.fefo.internal.SharedGoods.Goods;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;

/** What the lines of a wave exchange at its end, so that as much as possible is served ({@link SharedGoods}), and how that is kept. */
final class Rearrangement {
    static final String GIVEN_TO_OTHER_LINE = "GIVEN_TO_OTHER_LINE";

    private final DecisionRecord record;
    private final Map<SiteItem, SharedGoods> goods = new LinkedHashMap<>();
    private final Map<OrderLineReference, OrderTerms> terms = new HashMap<>();

    private record SiteItem(SiteId site, ItemNumber item) {}

    Rearrangement(DecisionRecord record) {
        this.record = record;
    }

    /** Takes in how a line was served; one that looked for nothing has no candidates and exchanges nothing. */
    void add(LockedOrder locked, LineAllocation line) {
        if (!line.candidates().isEmpty()) {
            AllocationTerms ofItem = locked.terms().of(line.item());
            boolean anyLotsAndQuantities = ofItem.maximumLots().isEmpty()
                    && ofItem.singleLotWithinDays().isEmpty()
                    && ofItem.sameAttribute().isEmpty()
                    && locked.terms().whole(line.item()).signum() == 0;
            goods.computeIfAbsent(new SiteItem(locked.order().shipFrom(), line.item()), none -> new SharedGoods())
                    .add(
                            line.orderLine(),
                            anyLotsAndQuantities,
                            line.candidates(),
                            line.shortBy().amount());
            terms.put(line.orderLine(), locked.terms());
        }
    }

    /** @return for each line that changes what it takes more, and less, of which goods */
    Map<OrderLineReference, Map<Goods, BigDecimal>> changes() {
        Map<OrderLineReference, Map<Goods, BigDecimal>> changes = new LinkedHashMap<>();
        goods.values().forEach(ofItem -> changes.putAll(ofItem.fill()));
        return changes;
    }

    /**
     * @param ofLine what is reserved for the line
     * @return what is reserved for it after that change
     */
    static List<Reservation> after(List<Reservation> ofLine, LineAllocation line, Map<Goods, BigDecimal> change) {
        List<Reservation> after = new ArrayList<>(ofLine);
        change.forEach((goods, part) -> {
            Quantity more = new Quantity(part, line.ordered().unit());
            Reservation sum = Manner.IN_A_WAVE.of(line.orderLine(), goods.lot(), goods.position(), more);
            Optional<Reservation> before =
                    after.stream().filter(sum::isOfSameGoods).findFirst();
            before.ifPresent(after::remove);
            // as firm as it was: what is picked stays picked
            Reservation all = before.map(sum::plus).orElse(sum);
            if (all.quantity().isPositive()) {
                after.add(all);
            }
        });
        return after;
    }

    /** @return what is kept of it: what the line takes now, and what it leaves and why */
    AllocationDecision decision(LineAllocation line, Map<Goods, BigDecimal> change) {
        Quantity nothing = Quantity.zero(line.ordered().unit());
        List<Candidate> candidates = new ArrayList<>();
        Quantity needed = nothing;
        for (Map.Entry<Goods, BigDecimal> one : change.entrySet()) {
            Quantity part = new Quantity(one.getValue().abs(), nothing.unit());
            boolean takes = one.getValue().signum() > 0;
            needed = takes ? needed.plus(part) : needed;
            candidates.add(new Candidate(
                    one.getKey().lot(),
                    one.getKey().position(),
                    one.getKey().expiry(),
                    part,
                    takes ? part : nothing,
                    takes ? List.of() : List.of(given(one.getKey(), part))));
        }
        return record.of(line, terms.get(line.orderLine()), needed, candidates, Optional.empty());
    }

    private static Violation given(Goods goods, Quantity part) {
        return new Violation(
                GIVEN_TO_OTHER_LINE,
                "lot",
                part + " of lot " + goods.lot() + " at " + goods.position()
                        + " go to another line of the wave that can have nothing else; this line gets as much of other goods");
    }
}
