package org.lottrace.certificate.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lottrace.api.certificate.Certification;
import org.lottrace.api.certificate.CompletenessCertificate;
import org.lottrace.api.certificate.Finding;
import org.lottrace.api.certificate.Finding.Witness;
import org.lottrace.api.certificate.LotBalance;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.VerifiedChain;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.event.store.FollowerStore;
import org.lottrace.api.event.store.LedgerHead;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.seal.RecordSeals;
import org.lottrace.api.seal.Tampering;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Asks the witnesses one after the other. The events of the scope are read without a lock, then what was recorded
 * meanwhile, until nothing more comes between them and the stock; the last try holds the head of the ledger.
 */
@Component(service = Certification.class)
public final class CertificationService implements Certification {
    private static final int TRIES = 5;
    private static final int PAGE = 500;
    /** How many records that were changed are named. */
    private static final int RECORDS = 100;

    private static final String COST = "cost";
    private static final Comparator<Finding> BY_LOT_AND_POSITION = Comparator.comparing(
                    (Finding finding) -> finding.lot().map(LotKey::toString).orElse(""))
            .thenComparing(finding -> finding.ledgerPosition().orElse(Long.MAX_VALUE))
            .thenComparing(Finding::witness)
            .thenComparing(Finding::message);

    private final UnitOfWork unitOfWork;
    private final LedgerStore events;
    private final LotStore lots;
    private final ItemStore items;
    private final StockStore stock;
    private final DispositionStore dispositions;
    private final CostStore costs;
    private final FollowerStore followers;
    private final Ledger ledger;
    private final RecordSeals seals;
    private final Clock clock;

    @Activate
    public CertificationService(
            @Reference UnitOfWork unitOfWork,
            @Reference Ledger ledger,
            @Reference LedgerStore events,
            @Reference LotStore lots,
            @Reference ItemStore items,
            @Reference StockStore stock,
            @Reference DispositionStore dispositions,
            @Reference CostStore costs,
            @Reference FollowerStore followers,
            @Reference RecordSeals seals,
            @Reference Clock clock) {
        this.unitOfWork = unitOfWork;
        this.events = events;
        this.lots = lots;
        this.items = items;
        this.stock = stock;
        this.dispositions = dispositions;
        this.costs = costs;
        this.followers = followers;
        this.ledger = ledger;
        this.seals = seals;
        this.clock = clock;
    }

    @Override
    public CompletenessCertificate certify(Collection<LotKey> scope) {
        return certify(new TreeSet<>(scope), false);
    }

    @Override
    public CompletenessCertificate certifyAll() {
        return certify(allLots(), true);
    }

    private CompletenessCertificate certify(SortedSet<LotKey> scope, boolean isEverything) {
        return Optional.of(scope)
                .filter(some -> !isEverything)
                .flatMap(this::goingOn)
                .orElseGet(() -> withAllOfTheChain(scope, isEverything));
    }

    /** @return empty when something does not fit: whoever changed one event may have changed others */
    private Optional<CompletenessCertificate> goingOn(SortedSet<LotKey> scope) {
        VerifiedChain trusted = ledger.verified();
        if (ledger.verifyOn(List.of()).broken().isPresent()) {
            return Optional.empty();
        }
        SortedSet<Long> positions = new TreeSet<>();
        Accounts accounts = new Accounts(items, scope, new TreeSet<>(), (after, most) -> {
            List<RecordedEvent> page = events.eventsOf(scope, after, most);
            page.forEach(event -> positions.add(event.position()));
            return page;
        });
        try {
            Reading reading = read(accounts, scope);
            return canBeOfAnUntouchedLedger(reading)
                            && ledger.verifyOn(positions).broken().isEmpty()
                            && seals.found().isEmpty()
                    ? Optional.of(certificate(reading, accounts, reading.findings(), trusted))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // rows of an event that make no sense any more: all of the chain says which, or what else it is fails again
            return Optional.empty();
        }
    }

    /** Times are entered by people and may be wrong in a ledger that nobody has touched. */
    private static boolean canBeOfAnUntouchedLedger(Reading reading) {
        return reading.findings().stream().allMatch(finding -> finding.witness() == Witness.TIME_ORDER);
    }

    private CompletenessCertificate withAllOfTheChain(SortedSet<LotKey> scope, boolean isEverything) {
        ReadableEvents readable = new ReadableEvents(events);
        ChainWitness chain = new ChainWitness(ledger, events, readable);
        LedgerHead checked = events.head();
        List<Finding> findings = new ArrayList<>(chain.findings());
        Accounts accounts = isEverything || !findings.isEmpty()
                ? new Accounts(items, scope, allLots(), readable::after)
                : new Accounts(items, scope, new TreeSet<>(), (after, most) -> events.eventsOf(scope, after, most));
        Reading reading = read(accounts, scope);
        findings.addAll(reading.findings());
        if (reading.head().position() > checked.position() && chain.hasEventOf(checked)) {
            findings.addAll(chain.findingsAfter(checked.position()));
        }
        (isEverything || !seals.found().isEmpty() ? seals.verify(RECORDS) : List.<Tampering>of())
                .forEach(tampering -> findings.add(ofRecord(tampering)));
        return certificate(reading, accounts, findings, nothing());
    }

    private static Finding ofRecord(Tampering tampering) {
        return new Finding(Witness.RECORDS, Optional.empty(), Optional.empty(), Optional.empty(), tampering.toString());
    }

    private VerifiedChain nothing() {
        Instant now = clock.instant();
        return new VerifiedChain(LedgerHead.EMPTY.position(), LedgerHead.EMPTY.hash(), now, now, Optional.empty());
    }

    private CompletenessCertificate certificate(
            Reading reading, Accounts accounts, List<Finding> findings, VerifiedChain trusted) {
        return new CompletenessCertificate(
                clock.instant(),
                reading.balances(),
                accounts.inferred(),
                findings.stream().distinct().sorted(BY_LOT_AND_POSITION).toList(),
                reading.limits(),
                reading.head().position(),
                reading.head().hash(),
                trusted);
    }

    private Reading read(Accounts accounts, SortedSet<LotKey> scope) {
        for (int attempt = 1; attempt < TRIES; attempt++) {
            Optional<Reading> reading = readIfNothingComesBetween(accounts, scope);
            if (reading.isPresent()) {
                return reading.get();
            }
        }
        return unitOfWork.required(() -> {
            ledger.lockHead();
            return readIfNothingComesBetween(accounts, scope).orElseThrow();
        });
    }

    /** The head is read before the last look for events: whatever is up to it was taken in, or is found then. */
    private Optional<Reading> readIfNothingComesBetween(Accounts accounts, SortedSet<LotKey> scope) {
        accounts.catchUp();
        Collection<LotKey> accounted = accounts.byLot().keySet();
        Map<LotKey, List<StockBalance>> kept =
                stock.ofLots(accounted).stream().collect(Collectors.groupingBy(StockBalance::lot));
        Map<LotKey, LotDisposition> decided = dispositions.of(accounted).stream()
                .collect(Collectors.toMap(LotDisposition::lot, disposition -> disposition));
        List<Finding> findings = new ArrayList<>(accounts.findings());
        accounts.byLot()
                .forEach((lot, account) -> findings.addAll(
                        account.findings(kept.getOrDefault(lot, List.of()), Optional.ofNullable(decided.get(lot)))));
        List<LotBalance> balances = scope.stream()
                .map(lot -> accounts.byLot().get(lot).balance(kept.getOrDefault(lot, List.of())))
                .toList();
        long costed = followers.position(COST).position();
        scope.forEach(lot -> findings.addAll(againstJournal(accounts, lot, costed)));
        LedgerHead head = events.head();
        return accounts.isUpToDate()
                ? Optional.of(new Reading(head, findings, balances, limits(costed, head)))
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

    private SortedSet<LotKey> allLots() {
        SortedSet<LotKey> all = new TreeSet<>();
        Optional<LotKey> last = Optional.empty();
        List<Lot> page = page(last);
        while (!page.isEmpty()) {
            page.forEach(lot -> all.add(lot.key()));
            last = Optional.of(page.get(page.size() - 1).key());
            page = page(last);
        }
        return all;
    }

    private List<Lot> page(Optional<LotKey> after) {
        return lots.after(after, PAGE);
    }

    private record Reading(LedgerHead head, List<Finding> findings, List<LotBalance> balances, List<String> limits) {}
}
