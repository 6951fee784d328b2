package org.lottrace.handover.internal.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.handover.AccountNumbers;
import org.lottrace.api.handover.JournalRange;
import org.lottrace.api.handover.KeptNumbers;
import org.lottrace.api.handover.UncoveredEntries;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.handover.internal.account.EntryCases;
import org.lottrace.handover.internal.account.EntryNumbering;
import org.lottrace.handover.internal.file.JournalPages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells and keeps numbers, a page of the journal at a time. */
@Component
public final class AccountNumbersService implements AccountNumbers {
    private static final int PAGE = 500;

    private final UnitOfWork unitOfWork;
    private final LotCosting costing;
    private final CostStore costs;
    private final Ledger ledger;
    private final EntryNumbering numbering;

    @Activate
    public AccountNumbersService(
            @Reference UnitOfWork unitOfWork,
            @Reference LotCosting costing,
            @Reference CostStore costs,
            @Reference Ledger ledger,
            @Reference EntryNumbering numbering) {
        this.unitOfWork = unitOfWork;
        this.costing = costing;
        this.costs = costs;
        this.ledger = ledger;
        this.numbering = numbering;
    }

    @Override
    public List<EntryNumbers> find(Collection<Long> entries) {
        if (entries.size() > MOST_ENTRIES) {
            throw new WrongQuestionException(
                    "ask for " + MOST_ENTRIES + " entries at a time at most, not " + entries.size());
        }
        return unitOfWork.required(() -> numbering.of(costs.numbered(entries)));
    }

    @Override
    public UncoveredEntries uncovered(long after, int limit) {
        if (limit < 1 || limit > MOST_ENTRIES) {
            throw new WrongQuestionException("ask for 1 to " + MOST_ENTRIES + " entries at a time, not " + limit);
        }
        List<EntryNumbers> found = new ArrayList<>();
        long through = after;
        for (int looked = 0; looked < MOST_LOOKED_THROUGH; looked += PAGE) {
            List<JournalEntry> page = costing.journal(through, PAGE);
            for (EntryNumbers entry : unitOfWork.required(() -> numbering.of(page))) {
                if (found.size() == limit) {
                    return new UncoveredEntries(found, through, true);
                }
                if (!entry.isCovered()) {
                    found.add(entry);
                }
                through = entry.entry();
            }
            if (page.size() < PAGE) {
                return new UncoveredEntries(found, through, false);
            }
        }
        return new UncoveredEntries(found, through, !costing.journal(through, 1).isEmpty());
    }

    @Override
    public Outcome<KeptNumbers> keep(Caller caller, JournalRange range) {
        JournalPages pages = new JournalPages(costing, range);
        KeptNumbers so = new KeptNumbers(0, 0, 0, 0, false);
        List<JournalEntry> page = pages.next(PAGE);
        while (!page.isEmpty()) {
            so = keep(caller, page, so);
            page = so.entries() == MOST_KEPT ? List.of() : pages.next(PAGE);
        }
        KeptNumbers all = new KeptNumbers(
                so.entries(),
                so.kept(),
                so.uncovered(),
                so.last(),
                so.entries() == MOST_KEPT && !pages.next(1).isEmpty());
        return all.kept() == 0 ? new Outcome.AlreadyDone<>(all) : new Outcome.Done<>(all);
    }

    private KeptNumbers keep(Caller caller, List<JournalEntry> page, KeptNumbers so) {
        // read before the lock: whoever records goods does not wait for it
        List<EntryNumbers> found = unitOfWork.required(() -> numbering.of(page));
        List<JournalEntry> open = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            if (found.get(i).kept().isEmpty()) {
                open.add(page.get(i));
            }
        }
        int kept = 0;
        if (!open.isEmpty()) {
            List<EntryCases> cases = unitOfWork.required(() -> numbering.cases(open));
            kept = unitOfWork.required(() -> {
                ledger.lockHead();
                // somebody else may have handed them over since they were read
                int before = numbering.handedOver(cases);
                numbering.keep(caller.name(), cases);
                return cases.size() - before;
            });
        }
        int uncovered = (int) unitOfWork.required(() -> numbering.of(page)).stream()
                .filter(entry -> !entry.isCovered())
                .count();
        return new KeptNumbers(
                so.entries() + page.size(),
                so.kept() + kept,
                so.uncovered() + uncovered,
                page.get(page.size() - 1).number(),
                false);
    }
}
