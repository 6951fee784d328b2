package org.lottrace.persistence.internal.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.account.store.AccountNumberStore;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaAccountNumberStore implements AccountNumberStore {
    private final CurrentSession current;

    @Activate
    public JpaAccountNumberStore(@Reference CurrentSession current) {
        this.current = current;
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
