package org.lottrace.persistence.internal.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.account.store.AccountNumberStore;
import org.lottrace.api.cost.Account;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.cost.OneBooks;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.lottrace.persistence.internal.value.MoneyPart;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaAccountNumberStore implements AccountNumberStore {
    private static final String LINES =
            " from JournalEntryEntity e join JournalLineEntity l on l.id.entryNumber = e.number";
    private static final String NOT_HANDED_OVER =
            "not exists (select 1 from EntryNumbersEntity k where k.entry = e.number)";

    private final CurrentSession current;

    @Activate
    public JpaAccountNumberStore(@Reference CurrentSession current) {
        this.current = new OneBooks(current);
    }

    @Override
    public List<EntryNumbers> of(Collection<Long> entries) {
        return current.call(session -> {
            Map<Long, List<EntryNumbers.Line>> lines = Chunks.query(entries, chunk -> session.createSelectionQuery(
                                    "from LineNumberEntity where id.entry = any_id(:entries, 0) order by id.part",
                                    LineNumberEntity.class)
                            .setParameter("entries", AnyOf.ids(chunk))
                            .getResultList())
                    .stream()
                    .collect(Collectors.groupingBy(
                            row -> row.id.entry(), Collectors.mapping(LineNumberEntity::toLine, Collectors.toList())));
            return Chunks.query(entries, chunk -> session.createSelectionQuery(
                                    "from EntryNumbersEntity where entry = any_id(:entries, 0)",
                                    EntryNumbersEntity.class)
                            .setParameter("entries", AnyOf.ids(chunk))
                            .getResultList())
                    .stream()
                    .sorted(Comparator.comparing(row -> row.entry))
                    .map(row -> row.toNumbers(lines.getOrDefault(row.entry, List.of())))
                    .toList();
        });
    }

    @Override
    public List<NumberedSum> handedOverBefore(LocalDate day) {
        return current.call(session -> session.createSelectionQuery(
                        "select l.account, n.account, n.number, sum(l.amount.amount), l.amount.currency" + LINES
                                + " join EntryNumbersEntity k on k.entry = e.number"
                                + " left join LineNumberEntity n on n.id.entry = l.id.entryNumber and n.id.part = l.id.part"
                                + " where e.accountingDate < :day"
                                + " group by l.account, n.account, n.number, l.amount.currency",
                        Sum.class)
                .setParameter("day", day)
                .getResultStream()
                .map(Sum::toNumberedSum)
                .toList());
    }

    @Override
    public List<NumberedSum> othersBefore(LocalDate day) {
        return current.call(session -> session.createSelectionQuery(
                        "select l.account, sum(l.amount.amount), l.amount.currency" + LINES
                                + " where e.accountingDate < :day and " + NOT_HANDED_OVER
                                + " group by l.account, l.amount.currency",
                        Unnumbered.class)
                .setParameter("day", day)
                .getResultStream()
                .map(Unnumbered::toNumberedSum)
                .toList());
    }

    /** Books that were built anew may have another account there than when it was handed over. */
    record Sum(Account account, String kept, String number, BigDecimal amount, String currency) {
        NumberedSum toNumberedSum() {
            return new NumberedSum(
                    account,
                    Optional.ofNullable(number).filter(same -> account.code().equals(kept)),
                    new MoneyPart(amount, currency).toMoney());
        }
    }

    record Unnumbered(Account account, BigDecimal amount, String currency) {
        NumberedSum toNumberedSum() {
            return new NumberedSum(account, Optional.empty(), new MoneyPart(amount, currency).toMoney());
        }
    }

    @Override
    public List<Long> notHandedOverBefore(LocalDate day, long after, int limit) {
        return current.call(session -> session.createSelectionQuery(
                        "select e.number from JournalEntryEntity e where e.number > :after and e.accountingDate < :day"
                                + " and " + NOT_HANDED_OVER + " order by e.number",
                        Long.class)
                .setParameter("after", after)
                .setParameter("day", day)
                .setMaxResults(limit)
                .getResultList());
    }

    @Override
    public void insert(Collection<EntryNumbers> numbers) {
        List<EntryNumbersEntity> entries =
                numbers.stream().map(EntryNumbersEntity::new).toList();
        List<LineNumberEntity> lines = new ArrayList<>();
        for (EntryNumbers entry : numbers) {
            for (int i = 0; i < entry.lines().size(); i++) {
                lines.add(new LineNumberEntity(entry.entry(), i, entry.lines().get(i)));
            }
        }
        current.run(session -> {
            session.insertMultiple(entries);
            session.insertMultiple(lines);
            StagedSeals.wrote(
                    current,
                    session,
                    Stream.concat(entries.stream(), lines.stream()).toArray());
        });
    }
}
