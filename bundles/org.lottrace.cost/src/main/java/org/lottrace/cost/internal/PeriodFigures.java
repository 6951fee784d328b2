package org.lottrace.cost.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.AccountBalance;
import org.lottrace.api.cost.ClosedDays;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.PeriodSnapshot;
import org.lottrace.api.cost.PeriodStep;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.cost.store.PeriodStore;
import org.lottrace.api.lot.LotKey;

/**
 * What the books say at the end of a locked period. It goes on from the figures of the period before and adds what the entries of its
 * own days changed, so a close costs what the period brought, however long the history is. Worked out anew it comes from the journal
 * alone.
 */
final class PeriodFigures {
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private static final int PAGE = 2_000;

    private final CostStore costs;
    private final PeriodStore periods;

    PeriodFigures(CostStore costs, PeriodStore periods) {
        this.costs = costs;
        this.periods = periods;
    }

    /** Stores the figures of a lock, unless they are there; everything up to its position is booked. */
    PeriodSnapshot fix(PeriodStep lock, List<PeriodStep> steps) {
        Optional<PeriodSnapshot> there = of(lock);
        if (there.isPresent()) {
            return there.get();
        }
        long known = costs.numberAt(lock.position());
        Optional<PeriodSnapshot> before = ClosedDays.before(steps, lock).flatMap(this::of);
        List<AccountBalance> base = before.map(PeriodSnapshot::accounts)
                .orElseGet(() -> periods.balances(lock.from().minusDays(1), known));
        List<AccountBalance> accounts = sums(base, periods.changes(lock.from(), lock.to(), known));
        SortedMap<LotKey, LotCost> lots = new TreeMap<>();
        if (before.isPresent()) {
            each(last -> periods.lots(before.get().step(), last, PAGE), lots);
            periods.lotChanges(lock.from(), lock.to(), known)
                    .forEach(change -> lots.merge(change.lot(), change, PeriodFigures::plus));
            lots.values().removeIf(PeriodFigures::isNothing);
        } else {
            each(last -> costs.asOf(lock.to(), known, last, PAGE), lots);
        }
        PeriodSnapshot snapshot = new PeriodSnapshot(
                lock.number(), lock.to(), known, lots.size(), hash(accounts, lots.values()), accounts);
        periods.insert(snapshot, lots.values());
        return snapshot;
    }

    Optional<PeriodSnapshot> of(PeriodStep lock) {
        return periods.snapshots(List.of(lock.number())).stream().findFirst();
    }

    /** @return the hash of the same figures, from the journal as it was known then */
    String again(PeriodStep lock, PeriodSnapshot snapshot) {
        List<AccountBalance> base = periods.balances(lock.from().minusDays(1), snapshot.known());
        List<AccountBalance> accounts = sums(base, periods.changes(lock.from(), lock.to(), snapshot.known()));
        SortedMap<LotKey, LotCost> lots = new TreeMap<>();
        each(last -> costs.asOf(lock.to(), snapshot.known(), last, PAGE), lots);
        return hash(accounts, lots.values());
    }

    /** @return what accounts have now: as the newest figures say, and what came since */
    Map<Account, Money> balancesNow(List<PeriodStep> steps) {
        Optional<PeriodSnapshot> newest =
                ClosedDays.inForce(steps, Long.MAX_VALUE).flatMap(this::of);
        Map<Account, Money> balances = new EnumMap<>(Account.class);
        newest.map(snapshot ->
                        sums(snapshot.accounts(), periods.changes(snapshot.day().plusDays(1), LAST, Long.MAX_VALUE)))
                .orElseGet(() -> periods.balances(LAST, Long.MAX_VALUE))
                .forEach(account -> balances.put(account.account(), account.balance()));
        return balances;
    }

    private static void each(Function<Optional<LotKey>, List<LotCost>> pages, SortedMap<LotKey, LotCost> lots) {
        Optional<LotKey> last = Optional.empty();
        List<LotCost> page;
        do {
            page = pages.apply(last);
            page.forEach(lot -> lots.put(lot.lot(), lot));
            last = page.isEmpty() ? last : Optional.of(page.get(page.size() - 1).lot());
        } while (page.size() == PAGE);
    }

    /** @param base whose balances the changes are added to */
    private static List<AccountBalance> sums(List<AccountBalance> base, List<AccountBalance> changes) {
        SortedMap<Account, AccountBalance> sums = new TreeMap<>();
        base.forEach(account -> sums.put(
                account.account(),
                new AccountBalance(account.account(), account.balance().multipliedBy(0), account.balance())));
        changes.forEach(change -> sums.merge(
                change.account(),
                change,
                (before, more) -> new AccountBalance(
                        more.account(), more.change(), before.balance().plus(more.change()))));
        return sums.values().stream()
                .filter(account ->
                        !account.change().isZero() || !account.balance().isZero())
                .toList();
    }

    private static LotCost plus(LotCost before, LotCost change) {
        return new LotCost(
                before.lot(),
                before.onStock().plus(change.onStock()),
                before.inProcess().plus(change.inProcess()));
    }

    private static boolean isNothing(LotCost cost) {
        return isNothing(cost.onStock()) && isNothing(cost.inProcess());
    }

    private static boolean isNothing(CostedQuantity some) {
        return some.quantity().isZero() && some.value().isZero();
    }

    private static String hash(List<AccountBalance> accounts, Collection<LotCost> lots) {
        List<String> lines = new ArrayList<>();
        accounts.forEach(account ->
                lines.add("account " + account.account().code() + " " + account.change() + " " + account.balance()));
        lots.forEach(lot -> lines.add("lot " + lot.lot() + " " + text(lot.onStock()) + " " + text(lot.inProcess())));
        MessageDigest digest = digest();
        lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String text(CostedQuantity some) {
        return some.quantity().amount().toPlainString() + " " + some.quantity().unit() + " " + some.value();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
