package org.lottrace.persistence.internal.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.StatelessSession;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.LotCost;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.lottrace.persistence.internal.value.MoneyPart;
import org.lottrace.persistence.internal.value.QuantityPart;

/** What the entries of some days, known by then, leave of lots. */
final class CostsAsOf {
    private CostsAsOf() {}

    /** @return those of the lots that have something left, by id */
    static List<LotCost> of(StatelessSession session, List<Long> lots, LocalDate day, long known) {
        List<Sum> sums = session.createSelectionQuery(
                        "select l.lot.id, l.account, l.quantity.unit, l.amount.currency, sum(l.quantity.quantity),"
                                + " sum(l.amount.amount) from JournalLineEntity l"
                                + " join JournalEntryEntity e on e.number = l.id.entryNumber"
                                + " where l.lot.id = any_id(:lots, 0) and l.account in (:stock, :process)"
                                + " and e.accountingDate <= :day and e.number <= :known"
                                + " group by l.lot.id, l.account, l.quantity.unit, l.amount.currency",
                        Sum.class)
                .setParameter("lots", AnyOf.ids(lots))
                .setParameter("stock", Account.INVENTORY)
                .setParameter("process", Account.WORK_IN_PROCESS)
                .setParameter("day", day)
                .setParameter("known", known)
                .getResultList();
        Map<Long, Left> left = byLot(sums);
        left.values().removeIf(Left::isNothing);
        return costs(session, left);
    }

    /** @return what the entries of these days, known by then, change of the lots they touch, by id */
    static List<LotCost> changes(StatelessSession session, LocalDate from, LocalDate to, long known) {
        return costs(
                session,
                byLot(Chunks.query(EntriesOf.numbers(session, from, to, known), chunk -> session.createSelectionQuery(
                                "select l.lot.id, l.account, l.quantity.unit, l.amount.currency,"
                                        + " sum(l.quantity.quantity), sum(l.amount.amount)"
                                        + " from JournalLineEntity l"
                                        + " where l.id.entryNumber = any_id(:entries, 0)"
                                        + " and l.account in (:stock, :process)"
                                        + " group by l.lot.id, l.account, l.quantity.unit, l.amount.currency",
                                Sum.class)
                        .setParameter("entries", AnyOf.ids(chunk))
                        .setParameter("stock", Account.INVENTORY)
                        .setParameter("process", Account.WORK_IN_PROCESS)
                        .getResultList())));
    }

    private static Map<Long, Left> byLot(List<Sum> sums) {
        Map<Long, Left> left = new TreeMap<>();
        sums.forEach(sum -> left.merge(sum.lot(), Left.of(sum), Left::and));
        return left;
    }

    private static List<LotCost> costs(StatelessSession session, Map<Long, Left> left) {
        Map<Long, LotEntity> rows = new TreeMap<>();
        Chunks.query(left.keySet(), chunk -> session.createSelectionQuery(
                                "from LotEntity where id = any_id(:lots, 0)", LotEntity.class)
                        .setParameter("lots", AnyOf.ids(chunk))
                        .getResultList())
                .forEach(row -> rows.put(row.id(), row));
        return left.entrySet().stream()
                .map(entry -> entry.getValue().toLotCost(rows.get(entry.getKey())))
                .toList();
    }

    /** What one account has of a lot. */
    record Sum(long lot, Account account, String unit, String currency, BigDecimal quantity, BigDecimal amount) {}

    /** What a lot has on stock and in process. */
    private record Left(CostedQuantity onStock, CostedQuantity inProcess) {
        static Left of(Sum sum) {
            CostedQuantity some = new CostedQuantity(
                    new QuantityPart(sum.quantity(), sum.unit()).toQuantity(),
                    new MoneyPart(sum.amount(), sum.currency()).toMoney());
            CostedQuantity none = some.minus(some);
            return sum.account() == Account.INVENTORY ? new Left(some, none) : new Left(none, some);
        }

        Left and(Left other) {
            return new Left(onStock.plus(other.onStock), inProcess.plus(other.inProcess));
        }

        boolean isNothing() {
            return isNothing(onStock) && isNothing(inProcess);
        }

        private static boolean isNothing(CostedQuantity some) {
            return some.quantity().isZero() && some.value().isZero();
        }

        LotCost toLotCost(LotEntity lot) {
            return new LotCost(lot.key(), onStock, inProcess);
        }
    }
}
