package org.lottrace.soap.accounting.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.handover.AccountNumbers;
import org.lottrace.api.handover.JournalRange;
import org.lottrace.api.handover.KeptNumbers;
import org.lottrace.api.handover.UncoveredEntries;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.outcome.Outcome;

/** The first line of each entry of the bakery has the number 14 and that of the entry, the others have none; entry 1 was handed over. */
final class BakeryNumbers implements AccountNumbers {
    static List<EntryNumbers> of(List<JournalEntry> entries) {
        return entries.stream()
                .map(entry -> new EntryNumbers(
                        entry.number(),
                        entry.number() == 1 ? Optional.of(new EntryNumbers.Kept("ERP", Bakery.NOW)) : Optional.empty(),
                        entry.lines().stream()
                                .map(line -> line.equals(entry.lines().get(0))
                                        ? new EntryNumbers.Line(
                                                line.account(), Optional.of("14" + entry.number()), Optional.of(1L))
                                        : new EntryNumbers.Line(line.account(), Optional.empty(), Optional.empty()))
                                .toList()))
                .toList();
    }

    @Override
    public List<EntryNumbers> find(Collection<Long> entries) {
        return of(new BakeryCosting()
                .journal(0, 2).stream()
                        .filter(entry -> entries.contains(entry.number()))
                        .toList());
    }

    @Override
    public UncoveredEntries uncovered(long after, int limit) {
        return new UncoveredEntries(List.of(), after, false);
    }

    @Override
    public Outcome<KeptNumbers> keep(Caller caller, JournalRange range) {
        return new Outcome.AlreadyDone<>(new KeptNumbers(0, 0, 0, 0, false));
    }
}
