package org.lottrace.persistence.internal.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.StatelessSession;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CloseRow;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.lottrace.persistence.internal.value.MoneyPart;
import org.lottrace.persistence.internal.value.QuantityPart;

/** What some accounts have not been relieved of at the end of a day, by what it belongs to. */
final class OpenAmounts {
    private static final String ORIGINAL = "coalesce(e.originalDate, e.accountingDate)";

    private OpenAmounts() {}

    /** Of the lots that are in process now, or left it later: so it costs what is open, not all that ever was. */
    static List<CloseRow> inProcess(StatelessSession session, LocalDate day) {
        Set<Long> lots = new TreeSet<>(session.createSelectionQuery(
                        "select c.lotId from LotCostEntity c where c.left"
                                + " and (c.process.quantity <> 0 or c.processValue.amount <> 0)",
                        Long.class)
                .getResultList());
        lots.addAll(session.createSelectionQuery(
                        "select distinct l.lot.id from JournalEntryEntity e"
                                + " join JournalLineEntity l on l.id.entryNumber = e.number"
                                + " where e.accountingDate > :day and l.account = :process",
                        Long.class)
                .setParameter("day", day)
                .setParameter("process", Account.WORK_IN_PROCESS)
                .getResultList());
        List<CloseRow> rows = new ArrayList<>();
        Chunks.query(lots, chunk -> session.createSelectionQuery(
                                "select d.document.type, d.document.number, o, l.quantity.unit, l.amount.currency,"
                                        + " sum(l.quantity.quantity), sum(l.amount.amount), min(" + ORIGINAL + ")"
                                        + " from JournalLineEntity l join JournalEntryEntity e on e.number = l.id.entryNumber"
                                        + " join LotEntity o on o.id = l.lot.id"
                                        + " left join EventDocumentEntity d on d.id.ledgerPosition = e.ledgerPosition"
                                        + " and d.document.type = :order"
                                        + " where l.lot.id = any_id(:lots, 0) and l.account = :process"
                                        + " and e.accountingDate <= :day"
                                        + " group by d.document.type, d.document.number, o, l.quantity.unit, l.amount.currency"
                                        + " having sum(l.amount.amount) <> 0 or sum(l.quantity.quantity) <> 0",
                                OfLot.class)
                        .setParameter("lots", AnyOf.ids(chunk))
                        .setParameter("order", DocumentType.PRODUCTION_ORDER)
                        .setParameter("process", Account.WORK_IN_PROCESS)
                        .setParameter("day", day)
                        .getResultList())
                .forEach(row -> rows.add(row.toRow()));
        session.createSelectionQuery(
                        "select l.amount.currency, sum(l.amount.amount), min(" + ORIGINAL + ") from JournalLineEntity l"
                                + " join JournalEntryEntity e on e.number = l.id.entryNumber"
                                + " where l.account = :process and e.accountingDate <= :day"
                                + " group by l.amount.currency having sum(l.amount.amount) <> 0",
                        Conversion.class)
                .setParameter("process", Account.CONVERSION_IN_PROCESS)
                .setParameter("day", day)
                .getResultList()
                .forEach(row -> rows.add(row.toRow()));
        rows.sort(Comparator.comparing((CloseRow row) -> row.since().orElseThrow())
                .thenComparing(
                        row -> row.document().map(DocumentReference::toString).orElse(""))
                .thenComparing(row -> row.lot().map(LotKey::toString).orElse("")));
        return rows;
    }

    static List<CloseRow> unexplained(StatelessSession session, LocalDate day, int skip, int limit) {
        return session.createSelectionQuery(
                        "select o, l.quantity.unit, l.amount.currency, sum(l.quantity.quantity),"
                                + " sum(l.amount.amount), min(" + ORIGINAL + ") from JournalLineEntity l"
                                + " join JournalEntryEntity e on e.number = l.id.entryNumber"
                                + " join LotEntity o on o.id = l.lot.id"
                                + " where l.account = :account and e.accountingDate <= :day"
                                + " group by o, l.quantity.unit, l.amount.currency"
                                + " having sum(l.quantity.quantity) <> 0 order by 6, o.id",
                        Unexplained.class)
                .setParameter("account", Account.UNEXPLAINED_DIFFERENCE)
                .setParameter("day", day)
                .setFirstResult(skip)
                .setMaxResults(limit)
                .getResultStream()
                .map(Unexplained::toRow)
                .toList();
    }

    private static Quantity quantity(BigDecimal quantity, String unit) {
        return new QuantityPart(quantity, unit).toQuantity();
    }

    private static Money money(BigDecimal amount, String currency) {
        return new MoneyPart(amount, currency).toMoney();
    }

    private static Optional<DocumentReference> document(DocumentType type, String number) {
        return type == null ? Optional.empty() : Optional.of(new DocumentReference(type, number));
    }

    record OfLot(
            DocumentType type,
            String number,
            LotEntity lot,
            String unit,
            String currency,
            BigDecimal quantity,
            BigDecimal amount,
            LocalDate since) {
        CloseRow toRow() {
            return new CloseRow(
                    document(type, number),
                    Optional.empty(),
                    Optional.of(lot.key()),
                    Optional.of(OpenAmounts.quantity(quantity, unit)),
                    Optional.of(money(amount, currency)),
                    Optional.of(since),
                    "");
        }
    }

    /** Of all orders together. */
    record Conversion(String currency, BigDecimal amount, LocalDate since) {
        CloseRow toRow() {
            return new CloseRow(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(money(amount, currency)),
                    Optional.of(since),
                    Optional.of(Account.CONVERSION_IN_PROCESS),
                    Optional.empty(),
                    "");
        }
    }

    /** Goods were taken although the book had too little: the account is credited. */
    record Unexplained(
            LotEntity lot, String unit, String currency, BigDecimal quantity, BigDecimal amount, LocalDate since) {
        CloseRow toRow() {
            return new CloseRow(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(lot.key()),
                    Optional.of(OpenAmounts.quantity(quantity.negate(), unit)),
                    Optional.of(money(amount.negate(), currency)),
                    Optional.of(since),
                    "");
        }
    }
}
