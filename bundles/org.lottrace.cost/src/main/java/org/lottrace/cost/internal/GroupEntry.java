package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.EliminatedLot;
import org.lottrace.api.cost.Elimination;
import org.lottrace.api.id.PartyId;

/**
 * The entry of the group for some days: by account and company the opposite of what its profit has changed since the day before. Each lot
 * is rounded by itself, as a reader sees it, so what that is off altogether goes to what is released.
 */
final class GroupEntry {
    private static final Set<Account> GOODS = EnumSet.of(Account.INVENTORY, Account.WORK_IN_PROCESS);

    private final Map<GroupProfit.Place, BigDecimal> before;
    private final Map<GroupProfit.Place, BigDecimal> after;
    private final CurrencyUnit group;

    /**
     * @param before profit by place at the end of the day before
     * @param after at the end of the last day
     * @param group its currency
     */
    GroupEntry(
            Map<GroupProfit.Place, BigDecimal> before, Map<GroupProfit.Place, BigDecimal> after, CurrencyUnit group) {
        this.before = before;
        this.after = after;
        this.group = group;
    }

    /** @return those with a change and those of goods that are there, by account, company and lot */
    List<EliminatedLot> lots() {
        Set<GroupProfit.Place> places = new HashSet<>(before.keySet());
        places.addAll(after.keySet());
        return places.stream()
                .map(place -> new EliminatedLot(
                        place.books(), place.account(), place.lot(), rounded(before, place), rounded(after, place)))
                .filter(lot -> !change(lot).isZero()
                        || GOODS.contains(lot.account()) && !lot.after().isZero())
                .sorted(Comparator.comparing(EliminatedLot::account)
                        .thenComparing(lot -> lot.company().map(PartyId::value).orElse(""))
                        .thenComparing(EliminatedLot::lot))
                .toList();
    }

    List<Elimination> lines(LocalDate from, LocalDate to, long known) {
        Map<Side, Money> sums = new LinkedHashMap<>();
        Money rest = Money.zero(group);
        for (EliminatedLot lot : lots()) {
            Money credit = change(lot).negated();
            sums.merge(new Side(lot.account(), lot.company()), credit, Money::plus);
            rest = rest.minus(credit);
        }
        if (!rest.isZero()) {
            sums.merge(released(sums.keySet()), rest, Money::plus);
        }
        List<Elimination> lines = new ArrayList<>();
        sums.forEach((side, amount) -> {
            if (!amount.isZero()) {
                lines.add(new Elimination(from, to, known, side.account(), side.company(), amount));
            }
        });
        return lines;
    }

    private record Side(Account account, Optional<PartyId> company) {}

    private static Side released(Set<Side> sides) {
        return sides.stream()
                .filter(side -> side.account() == Account.COST_OF_GOODS_SOLD)
                .findFirst()
                .orElseGet(() -> new Side(Account.COST_OF_GOODS_SOLD, Optional.empty()));
    }

    private static Money change(EliminatedLot lot) {
        return lot.after().minus(lot.before());
    }

    private Money rounded(Map<GroupProfit.Place, BigDecimal> profits, GroupProfit.Place place) {
        return Money.of(group, profits.getOrDefault(place, BigDecimal.ZERO), Layer.ROUNDING);
    }
}
