package org.lottrace.persistence.internal.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.ConsignmentUse;
import org.lottrace.api.cost.store.ConsignedLine;
import org.lottrace.api.cost.store.ConsignedStock;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.PartyId;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.lottrace.persistence.internal.value.MoneyPart;
import org.lottrace.persistence.internal.value.OrderLinePart;
import org.lottrace.persistence.internal.value.QuantityPart;

/**
 * What the journal says of goods on consignment. A line that takes goods away is used when the next one of its entry brings the same goods
 * into INVENTORY, as the cost bundle writes it.
 */
final class OnConsignment {
    private static final String LINES =
            " from JournalLineEntity l join JournalEntryEntity e on e.number = l.id.entryNumber"
                    + " join LotEntity o on o.id = l.lot.id";
    private static final String SUPPLIER =
            " left join PurchaseOrderEntity p on p.number = l.orderLine.number" + " and l.orderLine.type = :order";
    private static final String ASKED = " and (:supplier = '' or p.supplier = :supplier)";

    private OnConsignment() {}

    static List<ConsignedLine> of(StatelessSession session, Collection<Long> lots) {
        return Chunks.query(lots, chunk -> session.createSelectionQuery(
                                "select e.eventId, e.type, o, l.orderLine, l.quantity.quantity, l.quantity.unit" + LINES
                                        + " where l.lot.id = any_id(:lots, 0) and l.account = :account"
                                        + " order by l.id.entryNumber, l.id.part",
                                Line.class)
                        .setParameter("lots", AnyOf.ids(chunk))
                        .setParameter("account", Account.CONSIGNED_GOODS)
                        .getResultList())
                .stream()
                .map(Line::toLine)
                .toList();
    }

    static List<Long> numbersOf(StatelessSession session, Collection<Long> lots) {
        return Chunks.query(lots, chunk -> session.createSelectionQuery(
                                "select distinct l.id.entryNumber from JournalLineEntity l"
                                        + " where l.lot.id = any_id(:lots, 0) and l.account = :account",
                                Long.class)
                        .setParameter("lots", AnyOf.ids(chunk))
                        .setParameter("account", Account.CONSIGNED_GOODS)
                        .getResultList())
                .stream()
                .distinct()
                .sorted()
                .toList();
    }

    static List<ConsignedStock> stock(StatelessSession session, Optional<PartyId> supplier, int skip, int limit) {
        return session.createSelectionQuery(
                        "select p.supplier, o, l.orderLine.type, l.orderLine.number, l.orderLine.line, l.quantity.unit,"
                                + " sum(l.quantity.quantity), min(coalesce(e.originalDate, e.accountingDate))" + LINES
                                + SUPPLIER + " where l.account = :account" + ASKED
                                + " group by p.supplier, o, l.orderLine.type, l.orderLine.number, l.orderLine.line,"
                                + " l.quantity.unit having sum(l.quantity.quantity) <> 0"
                                + " order by coalesce(p.supplier, ''), o.item, o.number, o.id, l.orderLine.number,"
                                + " l.orderLine.line",
                        Stock.class)
                .setParameter("account", Account.CONSIGNED_GOODS)
                .setParameter("order", DocumentType.PURCHASE_ORDER)
                .setParameter("supplier", supplier.map(PartyId::value).orElse(""))
                .setFirstResult(skip)
                .setMaxResults(limit)
                .getResultStream()
                .map(Stock::toStock)
                .toList();
    }

    static List<ConsignmentUse> used(
            StatelessSession session, LocalDate from, LocalDate to, Optional<PartyId> supplier, int skip, int limit) {
        return session.createSelectionQuery(
                        "select e, p.supplier, o, s.orderLine, s.quantity.quantity, s.quantity.unit, s.amount.amount,"
                                + " s.amount.currency" + LINES
                                + " join JournalLineEntity s on s.id.entryNumber = l.id.entryNumber"
                                + " and s.id.part = l.id.part + 1 and s.lot.id = l.lot.id and s.account = :stock"
                                + " and s.quantity.quantity = -l.quantity.quantity" + SUPPLIER
                                + " where l.account = :account and e.accountingDate between :from and :to" + ASKED
                                + " order by l.id.entryNumber, l.id.part",
                        Use.class)
                .setParameter("account", Account.CONSIGNED_GOODS)
                .setParameter("stock", Account.INVENTORY)
                .setParameter("order", DocumentType.PURCHASE_ORDER)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("supplier", supplier.map(PartyId::value).orElse(""))
                .setFirstResult(skip)
                .setMaxResults(limit)
                .getResultStream()
                .map(Use::toUse)
                .toList();
    }

    record Line(
            String event, EventType type, LotEntity lot, OrderLinePart orderLine, BigDecimal quantity, String unit) {
        ConsignedLine toLine() {
            return new ConsignedLine(
                    new EventId(event),
                    type,
                    lot.key(),
                    OrderLinePart.optional(orderLine),
                    new QuantityPart(quantity, unit).toQuantity());
        }
    }

    record Stock(
            String supplier,
            LotEntity lot,
            DocumentType type,
            String number,
            Integer line,
            String unit,
            BigDecimal quantity,
            LocalDate since) {
        ConsignedStock toStock() {
            return new ConsignedStock(
                    Optional.ofNullable(supplier).map(PartyId::new),
                    lot.key(),
                    Optional.ofNullable(type)
                            .map(of -> new OrderLineReference(new DocumentReference(of, number), line)),
                    new QuantityPart(quantity, unit).toQuantity(),
                    since);
        }
    }

    record Use(
            JournalEntryEntity entry,
            String supplier,
            LotEntity lot,
            OrderLinePart orderLine,
            BigDecimal quantity,
            String unit,
            BigDecimal amount,
            String currency) {
        ConsignmentUse toUse() {
            return new ConsignmentUse(
                    entry.number,
                    entry.accountingDate,
                    new EventId(entry.eventId),
                    entry.type,
                    entry.document.toReference(),
                    Optional.ofNullable(supplier).map(PartyId::new),
                    OrderLinePart.optional(orderLine),
                    lot.key(),
                    new QuantityPart(quantity, unit).toQuantity(),
                    new MoneyPart(amount, currency).toMoney());
        }
    }
}
