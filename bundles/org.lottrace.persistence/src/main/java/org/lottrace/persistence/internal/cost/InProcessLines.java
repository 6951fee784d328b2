package org.lottrace.persistence.internal.cost;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.lottrace.persistence.internal.value.MoneyPart;
import org.lottrace.persistence.internal.value.QuantityPart;

/** What an order has put into process and taken out of it. */
final class InProcessLines {
    private InProcessLines() {}

    /** By position, and so by number of their entries. */
    static List<JournalLine> of(StatelessSession session, DocumentReference order) {
        List<Long> events = session.createSelectionQuery(
                        "select distinct d.id.ledgerPosition from EventDocumentEntity d"
                                + " where d.document.type = :type and d.document.number = :number"
                                + " order by d.id.ledgerPosition",
                        Long.class)
                .setParameter("type", order.type())
                .setParameter("number", order.number())
                .getResultList();
        return Chunks.query(events, chunk -> session.createSelectionQuery(
                                "select l.account, o, l.quantity.quantity, l.quantity.unit, l.amount.amount,"
                                        + " l.amount.currency from JournalEntryEntity e"
                                        + " join JournalLineEntity l on l.id.entryNumber = e.number"
                                        + " left join LotEntity o on o.id = l.lot.id"
                                        + " where e.ledgerPosition = any_id(:events, 0)"
                                        + " and l.account in (:process, :conversion)"
                                        + " order by e.number, l.id.part",
                                Row.class)
                        .setParameter("events", AnyOf.ids(chunk))
                        .setParameter("process", Account.WORK_IN_PROCESS)
                        .setParameter("conversion", Account.CONVERSION_IN_PROCESS)
                        .getResultList())
                .stream()
                .map(Row::toLine)
                .toList();
    }

    record Row(Account account, LotEntity lot, BigDecimal quantity, String unit, BigDecimal amount, String currency) {
        JournalLine toLine() {
            return new JournalLine(
                    account,
                    Optional.ofNullable(lot).map(LotEntity::key),
                    Optional.ofNullable(unit).map(of -> new QuantityPart(quantity, of).toQuantity()),
                    Optional.empty(),
                    new MoneyPart(amount, currency).toMoney());
        }
    }
}
