package org.lottrace.allocation.fefo.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationWaves;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.allocation.Fairness;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Substitute;
import org.lottrace.api.allocation.WaveRequest;
import org.lottrace.api.allocation.store.AllocationDecisionStore;
import org.lottrace.api.allocation.store.AllocationRuleStore;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.order.Demand;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Locks the items of all orders in one order, then serves the orders one after the other in memory and writes what they got together.
 * What would be is the same without the writing.
 */
@Component(service = AllocationWaves.class)
public final class WavesService implements AllocationWaves {
    private static final Logger LOG = LoggerFactory.getLogger(WavesService.class);
    private static final Set<String> LEFT_OUT = Set.of("LOT_LIMIT", Agreement.OTHER_LOTS_AGREE);

    private final UnitOfWork unitOfWork;
    private final Demands demands;
    private final ReservationStore reservations;
    private final AllocationDecisionStore decisions;
    private final OrderProgress progress;
    private final OrderLocking locking;
    private final Allocating allocating;
    private final OrderAllocation allocation;
    private final DecisionRecord record;
    private final AllocationRuleStore rules;

    @Activate
    public WavesService(
            @Reference UnitOfWork unitOfWork,
            @Reference ReservationStore reservations,
            @Reference AllocationRuleStore rules,
            @Reference AllocationDecisionStore decisions,
            @Reference AllocationParts parts) {
        this.unitOfWork = unitOfWork;
        this.demands = parts.demands;
        this.reservations = reservations;
        this.decisions = decisions;
        this.progress = parts.progress;
        this.locking = parts.locking;
        this.record = parts.record;
        this.allocation = parts.allocation;
        this.allocating = parts.allocating;
        this.rules = rules;
    }

    @Override
    public Outcome<List<LineAllocation>> allocate(Caller caller, WaveRequest wave) {
        List<Violation> forbidden = new WaveNumbers(wave).forbidden(caller);
        return forbidden.isEmpty() ? allocate(wave) : new Outcome.Refused<>(forbidden);
    }

    @Override
    public Outcome<List<LineAllocation>> allocate(WaveRequest wave) {
        return served(new WaveNumbers(wave), wave.fairness(), true);
    }

    @Override
    public Outcome<List<LineAllocation>> whatIf(WaveRequest wave) {
        return served(new WaveNumbers(wave), wave.fairness(), false);
    }

    /**
     * Where a line is short or passes an earlier lot over although not all lots were looked at, all are looked at, in a unit of work of its own: lots are locked in one
     * order, so what is wanted besides cannot be locked after the others.
     */
    private Outcome<List<LineAllocation>> served(WaveNumbers numbers, Fairness fairness, boolean write) {
        Set<ItemNumber> whole = new HashSet<>();
        Set<ItemNumber> wantsMore = new HashSet<>();
        Outcome<List<LineAllocation>> outcome;
        do {
            whole.addAll(wantsMore);
            wantsMore.clear();
            outcome = unitOfWork.required(() -> {
                wantsMore.clear();
                return run(numbers, fairness, write, Set.copyOf(whole), wantsMore);
            });
        } while (!wantsMore.isEmpty());
        return outcome;
    }

    /** @param wantsMore gets the items of which more lots are to be looked at; then nothing is written */
    private Outcome<List<LineAllocation>> run(
            WaveNumbers numbers, Fairness fairness, boolean write, Set<ItemNumber> whole, Set<ItemNumber> wantsMore) {
        List<Violation> problems = numbers.problems();
        if (!problems.isEmpty()) {
            return new Outcome.Refused<>(problems);
        }
        List<Demand> known = demands.with(numbers.documents());
        problems = numbers.unknown(known);
        if (!problems.isEmpty()) {
            return new Outcome.Refused<>(problems);
        }
        Set<ItemNumber> locked = withSubstitutes(
                known.stream().flatMap(order -> Demands.itemsOf(order).stream()).collect(Collectors.toSet()));
        reservations.lockItems(locked);
        Served served = serve(numbers.documents(), fairness, locked, whole);
        wantsMore.addAll(served.wantsMore());
        if (!wantsMore.isEmpty()) {
            LOG.info("wave looks at more lots items={}", wantsMore.size());
        } else if (write) {
            served.pass().substituted().forEach(demands::save);
            reservations.save(served.pass().changed());
            decisions.insert(served.decided());
        }
        List<LineAllocation> lines = served.pass().served();
        LOG.info(
                "wave served orders={} fairness={} written={} short={}",
                numbers.documents().size(),
                fairness,
                write,
                lines.stream().filter(line -> line.shortBy().isPositive()).count());
        return new Outcome.Done<>(lines);
    }

    /** With what a rule lets take the place of one of them, whichever version of it. */
    private Set<ItemNumber> withSubstitutes(Set<ItemNumber> ordered) {
        return Stream.concat(
                        ordered.stream(),
                        rules.all().stream()
                                .filter(rule -> rule.change()
                                        .scope()
                                        .item()
                                        .filter(ordered::contains)
                                        .isPresent())
                                .flatMap(rule -> rule.change().terms().substitutes().stream())
                                .map(Substitute::item))
                .collect(Collectors.toSet());
    }

    /**
     * How the orders are served, and nothing of it is written.
     *
     * @param wantsMore items that are short, or of which a lot is passed over, although not all of their lots were looked at
     */
    private record Served(WavePass pass, List<AllocationDecision> decided, Set<ItemNumber> wantsMore) {}

    private static Set<ItemNumber> wantsMore(WavePass pass, List<AllocationDecision> decided, OrderLocking locked) {
        return Stream.concat(
                        pass.served().stream()
                                .filter(line -> line.shortBy().isPositive())
                                .map(LineAllocation::item),
                        decided.stream().filter(WavesService::passesOver).map(AllocationDecision::item))
                .filter(locked.withMore()::contains)
                .collect(Collectors.toSet());
    }

    /** @return what may take the place of what is short, as long as not all of it was looked at: nobody knows how much of it is wanted */
    private Set<ItemNumber> substitutes(WavePass pass, Set<ItemNumber> whole) {
        Set<ItemNumber> missing = pass.served().stream()
                .filter(line -> line.shortBy().isPositive())
                .map(LineAllocation::item)
                .collect(Collectors.toSet());
        Set<ItemNumber> instead = new HashSet<>(withSubstitutes(missing));
        instead.removeAll(missing);
        instead.removeAll(whole);
        return instead;
    }

    /**
     * Who takes what comes first, and gets all it wants, would not have chosen otherwise among more lots. Who leaves an earlier lot out for
     * the sake of a limit, or of lots that agree, might.
     */
    private static boolean passesOver(AllocationDecision decision) {
        List<Candidate> candidates = decision.candidates();
        int last = candidates.size() - 1;
        while (last >= 0 && !candidates.get(last).taken().isPositive()) {
            last--;
        }
        return last > 0
                && candidates.subList(0, last).stream()
                        .flatMap(candidate -> candidate.reasons().stream())
                        .anyMatch(reason -> LEFT_OUT.contains(reason.code()));
    }

    private Served serve(
            List<DocumentReference> documents, Fairness fairness, Set<ItemNumber> lockedItems, Set<ItemNumber> whole) {
        OrderLocking locked = locking.within(lockedItems, documents, whole, allocating::today);
        List<DocumentReference> inOrder = inOrder(documents, fairness, locked);
        List<AllocationDecision> decided = new ArrayList<>();
        List<AllocationDecision> tried = new ArrayList<>();
        WavePass pass = pass(locked, decided::addAll);
        if (fairness == Fairness.PROPORTIONAL) {
            FairShare share = trial(inOrder, locked, tried::addAll);
            inOrder.forEach(document -> pass.serve(document, share::of));
            inOrder.stream()
                    .filter(document -> pass.of(document).stream()
                            .anyMatch(line -> line.shortBy().isPositive()))
                    .forEach(document -> pass.serve(document, LineAllocation::shortBy));
        } else {
            inOrder.forEach(document -> pass.serve(document, LineAllocation::shortBy));
        }
        pass.rearrange();
        tried.addAll(decided);
        Set<ItemNumber> wantsMore = wantsMore(pass, tried, locked);
        if (wantsMore.isEmpty()) {
            wantsMore = substitutes(pass, whole);
        }
        if (wantsMore.isEmpty()) {
            inOrder.forEach(pass::substitute);
        }
        return new Served(pass, decided, wantsMore);
    }

    private FairShare trial(
            List<DocumentReference> inOrder, OrderLocking locked, Consumer<List<AllocationDecision>> decided) {
        WavePass trial = pass(locked, decided);
        FairShare share = new FairShare();
        inOrder.forEach(document -> trial.serve(document, LineAllocation::shortBy));
        trial.rearrange();
        for (DocumentReference document : inOrder) {
            share.add(trial.order(document), trial.before(document), trial.of(document));
        }
        return share;
    }

    private WavePass pass(OrderLocking locked, Consumer<List<AllocationDecision>> decided) {
        return new WavePass(locked, allocation, progress, record, allocating::today, decided);
    }

    /** By the dates as they are under the lock: they may have changed while it was waited for. */
    private static List<DocumentReference> inOrder(
            List<DocumentReference> documents, Fairness fairness, OrderLocking locked) {
        if (fairness == Fairness.AS_LISTED) {
            return documents;
        }
        Function<DocumentReference, Demand> wanted =
                document -> locked.ofWave(document).orElseThrow();
        Comparator<DocumentReference> byDate = Comparator.comparing(
                        (DocumentReference document) -> wanted.apply(document).deliveryDate())
                .thenComparing(DocumentReference::number)
                .thenComparing(DocumentReference::type);
        return documents.stream()
                .sorted(
                        fairness == Fairness.BY_PRIORITY
                                ? Comparator.comparing((DocumentReference document) -> wanted.apply(document)
                                                .priority()
                                                .orElse(Demand.LAST_PRIORITY + 1))
                                        .thenComparing(byDate)
                                : byDate)
                .toList();
    }
}
