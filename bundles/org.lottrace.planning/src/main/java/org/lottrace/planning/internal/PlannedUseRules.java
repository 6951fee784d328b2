package org.lottrace.planning.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.planning.ExpiringLot;
import org.lottrace.api.planning.PlannedUse;
import org.lottrace.api.planning.PlannedUseKind;
import org.lottrace.api.planning.store.PlanningStore.Needed;
import org.lottrace.api.quantity.Quantity;

/**
 * Orders by their day, each from the lots good on it, the first to expire first. A lot good for a later order is good for each earlier one, so this uses
 * the most that can be used of the lots that expire first, and of all of them together.
 */
final class PlannedUseRules {
    /** By what is due first. */
    static final Comparator<PlannedUse> BY_DAY = Comparator.comparing(PlannedUse::due)
            .thenComparing(use -> use.item().value())
            .thenComparing(use -> use.productionOrder().orElse(""))
            .thenComparing(PlannedUse::kind)
            .thenComparing(use -> use.expiry().orElse(LocalDate.MAX))
            .thenComparing(use -> use.lot().map(Object::toString).orElse(""));

    private final SiteId site;
    private final ItemNumber item;
    private final LocalDate today;
    private final List<PlannedUse> uses = new ArrayList<>();

    /** What is left of a lot, or of what an order needs; less and less. */
    private static final class Rest<T> {
        private final T of;
        private BigDecimal amount;

        Rest(T of, Quantity all) {
            this.of = of;
            amount = all.amount();
        }

        BigDecimal take(BigDecimal most) {
            BigDecimal part = amount.min(most);
            amount = amount.subtract(part);
            return part;
        }
    }

    private PlannedUseRules(SiteId site, ItemNumber item, LocalDate today) {
        this.site = site;
        this.item = item;
        this.today = today;
    }

    /**
     * @param needs of this item
     * @param lots of this item that may be taken and are good today
     * @return what orders take, lack, or would take if they were made earlier, and what is left of lots
     */
    static List<PlannedUse> of(
            SiteId site, ItemNumber item, LocalDate today, List<Needed> needs, List<ExpiringLot> lots) {
        PlannedUseRules rules = new PlannedUseRules(site, item, today);
        List<Rest<ExpiringLot>> stock = lots.stream()
                .sorted(Comparator.comparing(ExpiringLot::expiry).thenComparing(ExpiringLot::lot))
                .map(lot -> new Rest<>(lot, lot.quantity()))
                .toList();
        List<Needed> byDay = needs.stream()
                .sorted(Comparator.comparing(rules::due)
                        .thenComparing(Needed::day)
                        .thenComparing(Needed::order))
                .toList();
        byDay.forEach(need -> rules.serve(need, stock));
        rules.makeEarlier(byDay, stock);
        stock.forEach(lot -> rules.add(PlannedUseKind.NOT_NEEDED, Optional.empty(), lot.of, lot.amount));
        return rules.uses;
    }

    /** @return what is said of a lot that no order may take */
    static PlannedUse held(ExpiringLot lot) {
        PlannedUseRules rules = new PlannedUseRules(lot.site(), lot.lot().item(), lot.expiry());
        rules.add(PlannedUseKind.HELD, Optional.empty(), lot, lot.quantity().amount());
        return rules.uses.get(0);
    }

    private LocalDate due(Needed need) {
        return need.day().isBefore(today) ? today : need.day();
    }

    private void serve(Needed need, List<Rest<ExpiringLot>> stock) {
        Rest<Needed> open = new Rest<>(need, need.open());
        for (Rest<ExpiringLot> lot : stock) {
            if (!lot.of.expiry().isBefore(due(need))) {
                add(PlannedUseKind.USE, Optional.of(need), lot.of, lot.take(open.take(lot.amount)));
            }
        }
        if (open.amount.signum() > 0) {
            uses.add(new PlannedUse(
                    site,
                    item,
                    due(need),
                    PlannedUseKind.MISSING,
                    Optional.of(need.order()),
                    Optional.of(need.day()),
                    Optional.empty(),
                    Optional.empty(),
                    new Quantity(open.amount, need.open().unit())));
        }
    }

    /** An order made earlier leaves the later lot that it would have taken to others. */
    private void makeEarlier(List<Needed> byDay, List<Rest<ExpiringLot>> stock) {
        List<Rest<Needed>> later =
                byDay.stream().map(need -> new Rest<>(need, need.open())).toList();
        for (Rest<ExpiringLot> lot : stock) {
            for (Rest<Needed> need : later) {
                if (due(need.of).isAfter(lot.of.expiry())) {
                    add(PlannedUseKind.MAKE_EARLIER, Optional.of(need.of), lot.of, lot.take(need.take(lot.amount)));
                }
            }
        }
    }

    private void add(PlannedUseKind kind, Optional<Needed> need, ExpiringLot lot, BigDecimal amount) {
        if (amount.signum() > 0) {
            uses.add(new PlannedUse(
                    site,
                    item,
                    kind == PlannedUseKind.USE ? need.map(this::due).orElseThrow() : lot.expiry(),
                    kind,
                    need.map(Needed::order),
                    need.map(Needed::day),
                    Optional.of(lot.lot()),
                    Optional.of(lot.expiry()),
                    new Quantity(amount, lot.quantity().unit())));
        }
    }
}
