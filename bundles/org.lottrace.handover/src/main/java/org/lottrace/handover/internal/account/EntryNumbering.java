package org.lottrace.handover.internal.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lottrace.api.account.AccountRule;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.account.EntryNumbers.Kept;
import org.lottrace.api.account.EntryNumbers.Line;
import org.lottrace.api.account.store.AccountNumberStore;
import org.lottrace.api.account.store.AccountNumberStore.NumberedSum;
import org.lottrace.api.account.store.AccountRuleStore;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.store.ItemStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Numbers entries: with what was kept when they were handed over, and otherwise by the rules as they are now. A reversal has the numbers
 * that were kept of what it undoes. Every method joins the caller's unit of work.
 */
@Component(service = EntryNumbering.class)
public final class EntryNumbering {
    private final AccountRuleStore rules;
    private final AccountNumberStore numbers;
    private final CasesOfEntries cases;
    private final Clock clock;

    @Activate
    public EntryNumbering(
            @Reference AccountRuleStore rules,
            @Reference AccountNumberStore numbers,
            @Reference LedgerStore ledger,
            @Reference CostStore costs,
            @Reference ItemStore items,
            @Reference Clock clock) {
        this.rules = rules;
        this.numbers = numbers;
        this.cases = new CasesOfEntries(ledger, costs, items);
        this.clock = clock;
    }

    /** @return what rules ask of the entries: who is to hold a lock while they are numbered reads it before */
    public List<EntryCases> cases(List<JournalEntry> entries) {
        return cases.of(entries);
    }

    /** @return one for each entry, in the same order */
    public List<EntryNumbers> of(List<JournalEntry> entries) {
        Map<Long, EntryNumbers> kept =
                kept(entries.stream().map(JournalEntry::number).toList());
        List<JournalEntry> others = entries.stream()
                .filter(entry -> !kept.containsKey(entry.number()))
                .toList();
        Map<Long, EntryNumbers> all = new HashMap<>(kept);
        if (!others.isEmpty()) {
            determined(cases.of(others), Optional.empty()).forEach(entry -> all.put(entry.entry(), entry));
        }
        return entries.stream()
                .map(entry -> ofLines(entry, all.get(entry.number())))
                .toList();
    }

    /** @return what all entries before that day add up to, without those that {@link #unnumberedBefore} gives */
    public List<NumberedSum> sumsBefore(LocalDate day) {
        List<NumberedSum> sums = new ArrayList<>(numbers.handedOverBefore(day));
        if (rules.all().isEmpty()) {
            sums.addAll(numbers.othersBefore(day));
        }
        return sums;
    }

    /** @return a page of the entries before that day that the rules as they are now have to number, after that one; none without rules */
    public List<Long> unnumberedBefore(LocalDate day, long after, int limit) {
        return rules.all().isEmpty() ? List.of() : numbers.notHandedOverBefore(day, after, limit);
    }

    /** @return how many of the entries were handed over */
    public int handedOver(List<EntryCases> entries) {
        return kept(entries.stream().map(one -> one.entry().number()).toList()).size();
    }

    /**
     * Keeps the numbers of those that were not handed over before. The caller holds the head of the ledger: two that hand over the same
     * entries are one after the other, and no rule changes meanwhile.
     *
     * @param to whom
     * @return one for each entry, in the same order
     */
    public List<EntryNumbers> keep(String to, List<EntryCases> entries) {
        Map<Long, EntryNumbers> all = new HashMap<>(
                kept(entries.stream().map(one -> one.entry().number()).toList()));
        List<EntryCases> others = entries.stream()
                .filter(one -> !all.containsKey(one.entry().number()))
                .toList();
        if (!others.isEmpty()) {
            List<EntryNumbers> added = determined(others, Optional.of(new Kept(to, clock.instant())));
            numbers.insert(added);
            added.forEach(entry -> all.put(entry.entry(), entry));
        }
        return entries.stream()
                .map(one -> ofLines(one.entry(), all.get(one.entry().number())))
                .toList();
    }

    /** Books that were built anew may have other lines: a line of another account than at the time was not handed over. */
    private static EntryNumbers ofLines(JournalEntry entry, EntryNumbers numbers) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < entry.lines().size(); i++) {
            JournalLine line = entry.lines().get(i);
            lines.add(Optional.of(i)
                    .filter(at -> at < numbers.lines().size())
                    .map(numbers.lines()::get)
                    .filter(kept -> kept.account() == line.account())
                    .orElseGet(() -> new Line(line.account(), Optional.empty(), Optional.empty())));
        }
        return new EntryNumbers(numbers.entry(), numbers.kept(), lines);
    }

    private Map<Long, EntryNumbers> kept(Collection<Long> entries) {
        return numbers.of(entries).stream().collect(Collectors.toMap(EntryNumbers::entry, entry -> entry));
    }

    private List<EntryNumbers> determined(List<EntryCases> entries, Optional<Kept> kept) {
        Determination determination = new Determination(rules.all());
        Map<Long, EntryNumbers> undone = kept(entries.stream()
                .flatMap(one -> one.undoes().stream())
                .map(JournalEntry::number)
                .distinct()
                .toList());
        List<EntryNumbers> all = new ArrayList<>();
        for (EntryCases one : entries) {
            Optional<EntryNumbers> before = one.undoes()
                    .filter(entry -> undone.containsKey(entry.number()))
                    .map(entry -> ofLines(entry, undone.get(entry.number())));
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < one.lines().size(); i++) {
                JournalLine line = one.entry().lines().get(i);
                AccountCase asked = one.lines().get(i);
                lines.add(before.flatMap(numbered -> asBefore(line, one.undoes().orElseThrow(), numbered))
                        .orElseGet(() -> line(asked, determination)));
            }
            all.add(new EntryNumbers(one.entry().number(), kept, lines));
        }
        return all;
    }

    /**
     * A reversal may have other lines than what it undoes, between them and behind them. Rules ask of a line only its account and the item
     * of its lot: all lines of one account and lot of an entry have the same number.
     *
     * @param before with a line for each of those that are undone
     */
    private static Optional<Line> asBefore(JournalLine line, JournalEntry undone, EntryNumbers before) {
        return IntStream.range(0, undone.lines().size())
                .filter(at -> undone.lines().get(at).account() == line.account()
                        && undone.lines().get(at).lot().equals(line.lot()))
                .mapToObj(before.lines()::get)
                .findFirst();
    }

    private static Line line(AccountCase line, Determination determination) {
        Optional<AccountRule> rule = determination.of(line);
        return new Line(line.account(), rule.flatMap(found -> found.change().number()), rule.map(AccountRule::version));
    }
}
