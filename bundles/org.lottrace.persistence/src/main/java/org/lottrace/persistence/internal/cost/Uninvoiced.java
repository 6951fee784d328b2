package org.lottrace.persistence.internal.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.UninvoicedAge;
import org.lottrace.api.cost.UninvoicedReceipt;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.PartyId;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.lottrace.persistence.internal.value.MoneyPart;
import org.lottrace.persistence.internal.value.QuantityPart;

/**
 * What is on the account of goods received and not invoiced at the end of a day. First the order lines that have something there, then
 * what of which lot it is, from the entries of these orders alone: what came in, without what invoices have settled.
 */
final class Uninvoiced {
    private static final String DAY_OF = "coalesce(e.originalDate, e.accountingDate)";

    /** Nothing when no purchase order names one. */
    private static final String SUPPLIER = "coalesce(p.supplier, '')";

    private static final String FROM =
            " from JournalLineEntity l join JournalEntryEntity e on e.number = l.id.entryNumber"
                    + " left join PurchaseOrderEntity p on p.number = l.orderLine.number"
                    + " where l.account = :account and e.accountingDate <= :day";

    private static final String BY_ORDER_LINE =
            " group by p.supplier, l.orderLine.type, l.orderLine.number, l.orderLine.line, l.amount.currency"
                    + " having sum(l.amount.amount) <> 0";

    private static final String OPEN = "select p.supplier, l.orderLine.type, l.orderLine.number, l.orderLine.line,"
            + " l.amount.currency, sum(l.amount.amount), min(" + DAY_OF + ")" + FROM;

    private static final String BY_LOT =
            " and e.accountingDate <= :day group by l.orderLine.type, l.orderLine.number, l.orderLine.line, o,"
                    + " l.quantity.unit, l.amount.currency";

    private static final String RECEIVED =
            "select l.orderLine.type, l.orderLine.number, l.orderLine.line, o, l.quantity.unit, l.amount.currency,"
                    + " sum(case when l.account = :account then -l.quantity.quantity else l.quantity.quantity end),"
                    + " sum(case when l.account = :account then -l.amount.amount else l.amount.amount end),"
                    + " min(" + DAY_OF + ") from EventDocumentEntity d"
                    + " join JournalEntryEntity e on e.ledgerPosition = d.id.ledgerPosition"
                    + " join JournalLineEntity l on l.id.entryNumber = e.number"
                    + " join LotEntity o on o.id = l.lot.id"
                    + " where d.document.type = :order and d.document.number = any_text(:orders, 0)"
                    + " and l.orderLine.type = d.document.type and l.orderLine.number = d.document.number"
                    + " and (l.account = :account and (e.type = :cost"
                    + " or e.type = :receive and l.quantity.quantity > 0" // invoiced before it came
                    + " or e.type = :reverse and l.quantity.quantity < 0)"
                    + " or l.account = :stock and e.type <> :cost and l.quantity.quantity <> 0)"
                    + BY_LOT;

    /** Of goods on consignment, by events that name other documents: the line before takes the same goods away there. */
    private static final String TAKEN_OVER =
            "select l.orderLine.type, l.orderLine.number, l.orderLine.line, o, l.quantity.unit, l.amount.currency,"
                    + " sum(l.quantity.quantity), sum(l.amount.amount), min(" + DAY_OF + ")"
                    + " from JournalLineEntity c join JournalLineEntity l on l.id.entryNumber = c.id.entryNumber"
                    + " and l.id.part = c.id.part + 1 and l.account = :stock and l.lot.id = c.lot.id"
                    + " and l.quantity.quantity = -c.quantity.quantity"
                    + " join JournalEntryEntity e on e.number = l.id.entryNumber"
                    + " join LotEntity o on o.id = l.lot.id"
                    + " where c.account = :account and l.orderLine.type = :order"
                    + " and l.orderLine.number = any_text(:orders, 0)" + BY_LOT;

    private Uninvoiced() {}

    static List<UninvoicedReceipt> on(StatelessSession session, LocalDate day) {
        return receipts(session, open(session, OPEN + BY_ORDER_LINE, day).getResultList(), day);
    }

    static List<UninvoicedAge> bySupplier(StatelessSession session, LocalDate day, int skip, int limit) {
        List<String> suppliers = session.createSelectionQuery(
                        "select distinct o.supplier from (select " + SUPPLIER
                                + " as supplier, sum(l.amount.amount) as amount" + FROM + BY_ORDER_LINE
                                + ") o order by o.supplier",
                        String.class)
                .setParameter("account", Account.GOODS_RECEIVED_NOT_INVOICED)
                .setParameter("day", day)
                .setFirstResult(skip)
                .setMaxResults(limit)
                .getResultList();
        List<Open> open = Chunks.query(suppliers, chunk -> open(
                        session, OPEN + " and " + SUPPLIER + " = any_text(:suppliers, 0)" + BY_ORDER_LINE, day)
                .setParameter("suppliers", AnyOf.texts(chunk))
                .getResultList());
        Map<String, UninvoicedAge> ages = receipts(session, open, day).stream()
                .collect(Collectors.toMap(
                        receipt -> receipt.supplier().map(PartyId::value).orElse(""),
                        UninvoicedAge::of,
                        UninvoicedAge::plus));
        return suppliers.stream().map(ages::get).toList();
    }

    private static SelectionQuery<Open> open(StatelessSession session, String query, LocalDate day) {
        return session.createSelectionQuery(query, Open.class)
                .setParameter("account", Account.GOODS_RECEIVED_NOT_INVOICED)
                .setParameter("day", day);
    }

    private static List<UninvoicedReceipt> receipts(StatelessSession session, List<Open> open, LocalDate day) {
        Map<Optional<OrderLineReference>, List<Lot>> lots = lots(session, open, day);
        return open.stream()
                .map(one -> one.toReceipt(day, lots.getOrDefault(one.orderLine(), List.of())))
                .sorted(Comparator.comparing(UninvoicedReceipt::since)
                        .thenComparing(receipt -> receipt.orderLine()
                                .map(line -> line.order().number())
                                .orElse(""))
                        .thenComparing(receipt -> receipt.orderLine()
                                .map(OrderLineReference::line)
                                .orElse(0)))
                .toList();
    }

    private static Map<Optional<OrderLineReference>, List<Lot>> lots(
            StatelessSession session, List<Open> open, LocalDate day) {
        Set<String> orders = open.stream()
                .flatMap(one -> Stream.ofNullable(one.number()))
                .collect(Collectors.toCollection(TreeSet::new));
        List<Lot> came = new ArrayList<>(lots(session, RECEIVED, Account.GOODS_RECEIVED_NOT_INVOICED, orders, day));
        came.addAll(lots(session, TAKEN_OVER, Account.CONSIGNED_GOODS, orders, day));
        return came.stream()
                .collect(Collectors.toMap(
                        lot -> List.of(lot.orderLine(), lot.lot().key(), lot.unit(), lot.currency()),
                        lot -> lot,
                        Lot::plus))
                .values()
                .stream()
                .filter(lot -> lot.quantity().signum() != 0)
                .sorted(Comparator.comparing(Lot::since)
                        .thenComparing(lot -> lot.lot().key()))
                .collect(Collectors.groupingBy(Lot::orderLine));
    }

    private static List<Lot> lots(
            StatelessSession session, String query, Account account, Set<String> orders, LocalDate day) {
        return Chunks.query(orders, chunk -> {
            SelectionQuery<Lot> lots = session.createSelectionQuery(query, Lot.class)
                    .setParameter("account", account)
                    .setParameter("stock", Account.INVENTORY)
                    .setParameter("order", DocumentType.PURCHASE_ORDER)
                    .setParameter("orders", AnyOf.texts(chunk))
                    .setParameter("day", day);
            if (query.equals(RECEIVED)) {
                lots.setParameter("cost", EventType.COST)
                        .setParameter("receive", EventType.RECEIVE)
                        .setParameter("reverse", EventType.REVERSE);
            }
            return lots.getResultList();
        });
    }

    private static Optional<OrderLineReference> reference(DocumentType type, String number, Integer line) {
        return type == null
                ? Optional.empty()
                : Optional.of(new OrderLineReference(new DocumentReference(type, number), line));
    }

    record Open(
            String supplier,
            DocumentType type,
            String number,
            Integer line,
            String currency,
            BigDecimal amount,
            LocalDate first) {
        Optional<OrderLineReference> orderLine() {
            return reference(type, number, line);
        }

        UninvoicedReceipt toReceipt(LocalDate day, List<Lot> lots) {
            LocalDate since = lots.isEmpty() ? first : lots.get(0).since();
            return new UninvoicedReceipt(
                    Optional.ofNullable(supplier).map(PartyId::new),
                    orderLine(),
                    new MoneyPart(amount.negate(), currency).toMoney(),
                    since,
                    ChronoUnit.DAYS.between(since, day),
                    lots.stream().map(Lot::toPart).toList());
        }
    }

    record Lot(
            DocumentType type,
            String number,
            Integer line,
            LotEntity lot,
            String unit,
            String currency,
            BigDecimal quantity,
            BigDecimal amount,
            LocalDate since) {
        Optional<OrderLineReference> orderLine() {
            return reference(type, number, line);
        }

        Lot plus(Lot other) {
            return new Lot(
                    type,
                    number,
                    line,
                    lot,
                    unit,
                    currency,
                    quantity.add(other.quantity),
                    amount.add(other.amount),
                    since.isBefore(other.since) ? since : other.since);
        }

        UninvoicedReceipt.Part toPart() {
            return new UninvoicedReceipt.Part(
                    lot.key(),
                    new QuantityPart(quantity, unit).toQuantity(),
                    new MoneyPart(amount, currency).toMoney());
        }
    }
}
