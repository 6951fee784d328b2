package org.lottrace.persistence.internal.cost;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.event.EventType;
import org.lottrace.api.recall.report.WriteOff;
import org.lottrace.api.recall.store.WriteOffStore;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaWriteOffStore implements WriteOffStore {
    private static final String LINES = " from JournalLineEntity l"
            + " join JournalEntryEntity e on e.number = l.id.entryNumber join LotEntity o on o.id = l.lot.id"
            + " left join TraceEventEntity r on r.ledgerPosition = e.ledgerPosition and e.type = :reverse"
            + " left join JournalEntryEntity u on u.eventId = r.corrects"
            + " where l.account = :account and e.accountingDate between :from and :to";
    /** When the goods left: of what is undone, when they were said to. */
    private static final String LEFT = "coalesce(u.originalDate, u.accountingDate, e.originalDate, e.accountingDate)";

    private static final String EXPIRED = " and o.expiry < " + LEFT;

    private final CurrentSession current;

    @Activate
    public JpaWriteOffStore(@Reference CurrentSession current) {
        this.current = new OneBooks(current);
    }

    @Override
    public Optional<Money> sum(LocalDate from, LocalDate to, boolean onlyExpired) {
        return current.call(session -> session.createSelectionQuery(
                        "select sum(l.amount.amount), l.amount.currency" + LINES + (onlyExpired ? EXPIRED : "")
                                + " group by l.amount.currency",
                        JpaCostStore.Value.class)
                .setParameter("account", Account.WRITE_OFF)
                .setParameter("reverse", EventType.REVERSE)
                .setParameter("from", from)
                .setParameter("to", to)
                .uniqueResultOptional()
                .map(JpaCostStore.Value::toMoney));
    }

    @Override
    public List<WriteOff> lines(
            LocalDate from, LocalDate to, boolean onlyExpired, Optional<WriteOff.Key> after, int limit) {
        WriteOff.Key last = after.orElse(new WriteOff.Key(0, 0));
        return current.call(session -> session.createSelectionQuery(
                        "select e, l, o, " + LEFT + ", o.expiry" + LINES + (onlyExpired ? EXPIRED : "")
                                + " and (l.id.entryNumber > :entry or l.id.entryNumber = :entry and l.id.part > :part)"
                                + " order by l.id.entryNumber, l.id.part",
                        Row.class)
                .setParameter("account", Account.WRITE_OFF)
                .setParameter("reverse", EventType.REVERSE)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("entry", last.entry())
                .setParameter("part", last.part())
                .setMaxResults(limit)
                .getResultStream()
                .map(Row::toWriteOff)
                .toList());
    }

    record Row(JournalEntryEntity entry, JournalLineEntity line, LotEntity lot, LocalDate left, LocalDate expiry) {
        WriteOff toWriteOff() {
            return new WriteOff(
                    new WriteOff.Key(line.id.entryNumber(), line.id.part()),
                    left,
                    entry.type,
                    entry.document.toReference(),
                    lot.key(),
                    new CostedQuantity(line.quantity.toQuantity(), line.amount.toMoney()),
                    Optional.ofNullable(expiry));
        }
    }
}
