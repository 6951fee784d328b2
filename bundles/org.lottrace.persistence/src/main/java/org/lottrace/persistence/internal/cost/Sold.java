package org.lottrace.persistence.internal.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.store.PeriodStore.SoldLine;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.lottrace.persistence.internal.value.MoneyPart;
import org.lottrace.persistence.internal.value.OrderLinePart;

/** The lines on the account of the cost of goods sold, with the shipment and the customer of each. A question for each of them, and none for a row. */
final class Sold {
    private Sold() {}

    static List<SoldLine> in(StatelessSession session, LocalDate from, LocalDate to, long known) {
        List<Long> entries = EntriesOf.numbers(session, from, to, known);
        List<Row> rows = Chunks.query(entries, chunk -> session.createSelectionQuery(
                        "select e.number, e.ledgerPosition, e.type, l.orderLine, o, l.amount.amount,"
                                + " l.amount.currency from JournalEntryEntity e"
                                + " join JournalLineEntity l on l.id.entryNumber = e.number"
                                + " left join LotEntity o on o.id = l.lot.id"
                                + " where e.number = any_id(:entries, 0) and l.account = :sold",
                        Row.class)
                .setParameter("entries", AnyOf.ids(chunk))
                .setParameter("sold", Account.COST_OF_GOODS_SOLD)
                .getResultList());
        Set<Long> positions = rows.stream().map(Row::position).collect(Collectors.toCollection(TreeSet::new));
        Map<Long, String> shipments = texts(Chunks.query(positions, chunk -> session.createSelectionQuery(
                        "select d.id.ledgerPosition, d.document.number from EventDocumentEntity d"
                                + " where d.id.ledgerPosition = any_id(:positions, 0) and d.document.type = :shipment",
                        Named.class)
                .setParameter("positions", AnyOf.ids(chunk))
                .setParameter("shipment", DocumentType.SHIPMENT)
                .getResultList()));
        Map<Long, String> parties = texts(Chunks.query(positions, chunk -> session.createSelectionQuery(
                        "select distinct l.id.ledgerPosition, case when l.to.kind = :party then l.to.code"
                                + " else l.from.code end from EventLineEntity l"
                                + " where l.id.ledgerPosition = any_id(:positions, 0)"
                                + " and (l.to.kind = :party or l.from.kind = :party)",
                        Named.class)
                .setParameter("positions", AnyOf.ids(chunk))
                .setParameter("party", PlaceKind.PARTY)
                .getResultList()));
        Map<String, String> customers = customers(
                session,
                rows.stream()
                        .flatMap(row -> row.orderNumber().stream())
                        .collect(Collectors.toCollection(TreeSet::new)));
        List<SoldLine> sold = new ArrayList<>();
        for (Row row : rows) {
            Optional<String> customer = row.orderNumber().map(customers::get);
            sold.add(new SoldLine(
                    row.type(),
                    Optional.ofNullable(shipments.get(row.position())),
                    row.reference(),
                    customer.or(() -> Optional.ofNullable(parties.get(row.position())))
                            .map(PartyId::new),
                    Optional.ofNullable(row.lot()).map(LotEntity::key),
                    new MoneyPart(row.amount(), row.currency()).toMoney()));
        }
        return sold;
    }

    /** By the index of account and lot, so that a page reads the lines of its own lots. */
    static Map<LotKey, Money> byLot(
            StatelessSession session, LocalDate from, LocalDate to, long known, long last, int limit) {
        List<OfLot> sums = session.createSelectionQuery(
                        "select l.lot.id, sum(l.amount.amount), l.amount.currency from JournalLineEntity l"
                                + " join JournalEntryEntity e on e.number = l.id.entryNumber"
                                + " where l.account = :sold and l.lot.id > :last and e.number <= :known"
                                + " and e.accountingDate between :from and :to"
                                + " group by l.lot.id, l.amount.currency order by l.lot.id",
                        OfLot.class)
                .setParameter("sold", Account.COST_OF_GOODS_SOLD)
                .setParameter("last", last)
                .setParameter("known", known)
                .setParameter("from", from)
                .setParameter("to", to)
                .setMaxResults(limit)
                .getResultList();
        Map<Long, LotKey> keys = Chunks.query(
                        sums.stream().map(OfLot::lot).toList(), chunk -> session.createSelectionQuery(
                                        "from LotEntity o where o.id = any_id(:lots, 0)", LotEntity.class)
                                .setParameter("lots", AnyOf.ids(chunk))
                                .getResultList())
                .stream()
                .collect(Collectors.toMap(LotEntity::id, LotEntity::key));
        Map<LotKey, Money> byLot = new LinkedHashMap<>();
        sums.forEach(sum -> byLot.put(keys.get(sum.lot()), new MoneyPart(sum.amount(), sum.currency()).toMoney()));
        return byLot;
    }

    record OfLot(Long lot, BigDecimal amount, String currency) {}

    private static Map<String, String> customers(StatelessSession session, Collection<String> orders) {
        Map<String, String> customers = new HashMap<>();
        Chunks.query(orders, chunk -> session.createSelectionQuery(
                                "select s.number, s.customer from SalesOrderEntity s where s.number = any_text(:orders, 0)",
                                Customer.class)
                        .setParameter("orders", AnyOf.texts(chunk))
                        .getResultList())
                .forEach(one -> customers.put(one.order(), one.customer()));
        return customers;
    }

    private static Map<Long, String> texts(List<Named> all) {
        Map<Long, String> texts = new HashMap<>();
        all.forEach(one -> texts.putIfAbsent(one.position(), one.text()));
        return texts;
    }

    record Row(
            long number,
            long position,
            EventType type,
            OrderLinePart orderLine,
            LotEntity lot,
            BigDecimal amount,
            String currency) {
        Optional<OrderLineReference> reference() {
            return OrderLinePart.optional(orderLine);
        }

        Optional<String> orderNumber() {
            return reference().map(line -> line.order().number());
        }
    }

    record Named(long position, String text) {}

    record Customer(String order, String customer) {}
}
