package org.lottrace.persistence.internal.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.store.PeriodStore.Flow;
import org.lottrace.api.event.EventType;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.value.MoneyPart;
import org.lottrace.persistence.internal.value.OrderLinePart;
import org.lottrace.persistence.internal.value.QuantityPart;

/** What came and went of items. A question for each page of items, and none for a lot or a line. */
final class ItemFlows {
    private static final int ROWS_AT_A_TIME = 1_000;
    private static final String LINES = " from LotEntity o join JournalLineEntity l on l.lot.id = o.id"
            + " join JournalEntryEntity e on e.number = l.id.entryNumber";
    private static final String ASKED = " where o.item = any_text(:items, 0) and e.accountingDate between :from and :to"
            + " and e.number <= :known";

    private ItemFlows() {}

    /** Which lines. */
    record Asked(Collection<ItemNumber> items, LocalDate from, LocalDate to, long known) {
        <T> SelectionQuery<T> of(StatelessSession session, String hql, Class<T> row) {
            return session.createSelectionQuery(hql, row)
                    .setParameter("items", texts(items))
                    .setParameter("from", from)
                    .setParameter("to", to)
                    .setParameter("known", known);
        }
    }

    private static String[] texts(Collection<ItemNumber> items) {
        return AnyOf.texts(items.stream().map(ItemNumber::value).toList());
    }

    static List<ItemNumber> items(StatelessSession session, Optional<ItemNumber> after, int limit) {
        return session.createSelectionQuery(
                        "select i.number from ItemEntity i where i.number > :after order by i.number", String.class)
                .setParameter("after", after.map(ItemNumber::value).orElse(""))
                .setMaxResults(limit)
                .getResultStream()
                .map(ItemNumber::new)
                .toList();
    }

    static List<LotCost> onStock(StatelessSession session, Collection<ItemNumber> items, LocalDate day, long known) {
        return session.createSelectionQuery(
                        "select o.id, o.issuer, o.item, o.number, l.quantity.unit, l.amount.currency,"
                                + " sum(l.quantity.quantity), sum(l.amount.amount)" + LINES
                                + " where o.item = any_text(:items, 0) and l.account = :stock"
                                + " and e.accountingDate <= :day and e.number <= :known"
                                + " group by o.id, o.issuer, o.item, o.number, l.quantity.unit, l.amount.currency"
                                + " order by o.id",
                        Left.class)
                .setParameter("items", texts(items))
                .setParameter("stock", Account.INVENTORY)
                .setParameter("day", day)
                .setParameter("known", known)
                .getResultStream()
                .map(Left::toLotCost)
                .filter(lot -> !lot.onStock().quantity().isZero()
                        || !lot.onStock().value().isZero())
                .toList();
    }

    static long each(StatelessSession session, Asked asked, Consumer<Flow> taker) {
        try (Stream<Row> rows = asked.of(
                        session,
                        "select e.number, e.type, l.account, o.issuer, o.item, o.number, l.orderLine,"
                                + " l.quantity.quantity, l.quantity.unit, l.amount.amount, l.amount.currency" + LINES
                                + ASKED + " and l.account in (:stock, :sold) order by l.id.entryNumber, l.id.part",
                        Row.class)
                .setParameter("stock", Account.INVENTORY)
                .setParameter("sold", Account.COST_OF_GOODS_SOLD)
                .setFetchSize(ROWS_AT_A_TIME)
                .getResultStream()) {
            return rows.map(Row::toFlow)
                    .mapToLong(flow -> {
                        taker.accept(flow);
                        return 1;
                    })
                    .sum();
        }
    }

    static SortedMap<Long, Long> undone(StatelessSession session, Asked asked) {
        List<Reversal> reversals = asked.of(
                        session,
                        "select distinct e.number, t.corrects" + LINES
                                + " join TraceEventEntity t on t.ledgerPosition = e.ledgerPosition" + ASKED
                                + " and e.type = :reverse",
                        Reversal.class)
                .setParameter("reverse", EventType.REVERSE)
                .getResultList();
        Map<String, Long> originals = new HashMap<>();
        Chunks.query(reversals.stream().map(Reversal::original).toList(), chunk -> session.createSelectionQuery(
                                "select eventId, number from JournalEntryEntity where eventId = any_text(:events, 0)"
                                        + " and accountingDate between :from and :to",
                                Original.class)
                        .setParameter("events", AnyOf.texts(chunk))
                        .setParameter("from", asked.from())
                        .setParameter("to", asked.to())
                        .getResultList())
                .forEach(original -> originals.put(original.event(), original.number()));
        SortedMap<Long, Long> undone = new TreeMap<>();
        reversals.stream()
                .filter(reversal -> originals.containsKey(reversal.original()))
                .forEach(reversal -> undone.put(reversal.number(), originals.get(reversal.original())));
        return undone;
    }

    static Set<LotKey> cameBack(StatelessSession session, Asked asked) {
        return asked.of(
                        session,
                        "select distinct o.issuer, o.item, o.number" + LINES + ASKED
                                + " and l.account = :sold and l.quantity.quantity < 0",
                        Key.class)
                .setParameter("sold", Account.COST_OF_GOODS_SOLD)
                .getResultStream()
                .map(Key::toLot)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    record Key(String issuer, String item, String number) {
        LotKey toLot() {
            return new LotKey(new PartyId(issuer), new ItemNumber(item), new LotNumber(number));
        }
    }

    record Left(
            long id,
            String issuer,
            String item,
            String number,
            String unit,
            String currency,
            BigDecimal quantity,
            BigDecimal amount) {
        LotCost toLotCost() {
            CostedQuantity left = new CostedQuantity(
                    new QuantityPart(quantity, unit).toQuantity(), new MoneyPart(amount, currency).toMoney());
            return new LotCost(new Key(issuer, item, number).toLot(), left, left.minus(left));
        }
    }

    record Row(
            long entry,
            EventType type,
            Account account,
            String issuer,
            String item,
            String number,
            OrderLinePart orderLine,
            BigDecimal quantity,
            String unit,
            BigDecimal amount,
            String currency) {
        Flow toFlow() {
            return new Flow(
                    entry,
                    type,
                    account,
                    new Key(issuer, item, number).toLot(),
                    OrderLinePart.optional(orderLine),
                    new CostedQuantity(
                            new QuantityPart(quantity, unit).toQuantity(), new MoneyPart(amount, currency).toMoney()));
        }
    }

    record Reversal(long number, String original) {}

    record Original(String event, long number) {}
}
