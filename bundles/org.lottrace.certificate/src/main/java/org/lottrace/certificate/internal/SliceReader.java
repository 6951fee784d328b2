package org.lottrace.certificate.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.lottrace.api.certificate.Finding;
import org.lottrace.api.certificate.LotBalance;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.event.store.FollowerStore;
import org.lottrace.api.event.store.LedgerHead;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.transaction.UnitOfWork;

/**
 * Compares the events of some lots with what is kept beside them. The events are read without a lock, then what was recorded
 * meanwhile, until nothing more comes between them and the stock; the last try holds the head of the ledger.
 */
final class SliceReader {
    private static final int TRIES = 5;
    private static final String COST = "cost";

    private final UnitOfWork unitOfWork;
    private final Ledger ledger;
    private final LedgerStore events;
    private final ItemStore items;
    private final StockStore stock;
    private final DispositionStore dispositions;
    private final CostStore costs;
    private final FollowerStore followers;

    SliceReader(
            UnitOfWork unitOfWork,
            Ledger ledger,
            LedgerStore events,
            ItemStore items,
            StockStore stock,
            DispositionStore dispositions,
            CostStore costs,
            FollowerStore followers) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.events = events;
        this.items = items;
        this.stock = stock;
        this.dispositions = dispositions;
        this.costs = costs;
        this.followers = followers;
    }

    /** @param lots not more than the memory has room for the events of */
    Slice read(SortedSet<LotKey> lots, EventSource source) {
        Accounts accounts = new Accounts(items, lots, source);
        for (int attempt = 1; attempt < TRIES; attempt++) {
            Optional<Slice> slice = readIfNothingComesBetween(accounts, lots);
            if (slice.isPresent()) {
                return slice.get();
            }
        }
        return unitOfWork.required(() -> {
            ledger.lockHead();
            return readIfNothingComesBetween(accounts, lots).orElseThrow();
        });
    }

    /** The head is read before the last look for events: whatever is up to it was taken in, or is found then. */
    private Optional<Slice> readIfNothingComesBetween(Accounts accounts, SortedSet<LotKey> lots) {
        accounts.catchUp();
        Map<LotKey, List<StockBalance>> kept =
                stock.ofLots(lots).stream().collect(Collectors.groupingBy(StockBalance::lot));
        Map<LotKey, LotDisposition> decided = dispositions.of(lots).stream()
                .collect(Collectors.toMap(LotDisposition::lot, disposition -> disposition));
        List<Finding> findings = new ArrayList<>(accounts.findings());
        accounts.byLot()
                .forEach((lot, account) -> findings.addAll(
                        account.findings(kept.getOrDefault(lot, List.of()), Optional.ofNullable(decided.get(lot)))));
        List<LotBalance> balances = lots.stream()
                .map(lot -> accounts.byLot().get(lot).balance(kept.getOrDefault(lot, List.of())))
                .toList();
        long costed = followers.position(COST).position();
        lots.forEach(lot -> findings.addAll(againstJournal(accounts, lot, costed)));
        LedgerHead head = events.head();
        return accounts.isUpToDate()
                ? Optional.of(
                        new Slice(head, balances, List.copyOf(accounts.inferred()), findings, limits(costed, head)))
                : Optional.empty();
    }

    private List<Finding> againstJournal(Accounts accounts, LotKey lot, long costed) {
        return accounts.journalOf(lot)
                .findings(costs.ofLot(lot).stream()
                        .filter(entry -> entry.ledgerPosition() <= costed)
                        .toList());
    }

    private static List<String> limits(long costed, LedgerHead head) {
        return costed >= head.position()
                ? List.of()
                : List.of("the journal of the cost stands at ledger position " + costed + " of " + head.position()
                        + ": it was not asked about what came later");
    }
}
