package org.lottrace.allocation.fefo.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import org.lottrace.api.allocation.store.AllocationDecisionStore;
import org.lottrace.api.allocation.store.AllocationRuleStore;
import org.lottrace.api.allocation.store.LotAgeStore;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
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
    private final SalesOrderStore orders;
    private final ReservationStore reservations;
    private final AllocationDecisionStore decisions;
    private final OrderProgress progress;
    private final OrderLocking locking;
    private final OrderAllocation allocation;
    private final DecisionRecord record;
    private final AllocationRuleStore rules;
    private final Clock clock;

    @Activate
    public WavesService(
            @Reference UnitOfWork unitOfWork,
            @Reference SalesOrderStore orders,
            @Reference SiteStore sites,
            @Reference PartyStore parties,
            @Reference ItemStore items,
            @Reference LotStore lots,
            @Reference StockOnHand stock,
            @Reference LedgerStore ledger,
            @Reference ReservationStore reservations,
            @Reference AllocationRuleStore rules,
            @Reference LotAgeStore ages,
            @Reference AllocationDecisionStore decisions,
            @Reference LotUsability usability,
            @Reference Clock clock) {
        this.unitOfWork = unitOfWork;
        this.orders = orders;
        this.reservations = reservations;
        this.decisions = decisions;
        this.progress = new OrderProgress(items, lots, ledger, reservations);
        this.locking = new OrderLocking(
                orders,
                sites,
                parties,
                items,
                ledger,
                rules,
                new SiteOffers(lots, stock, reservations, usability, ages));
        this.rules = rules;
        this.record = new DecisionRecord(clock);
        this.allocation = new OrderAllocation(
                progress,
                record,
                new SoftTaking(orders, reservations, decisions, record, clock),
                new SubstituteLines(items));
        this.clock = clock;
    }

    @Override
    public Outcome<List<LineAllocation>> allocate(List<String> salesOrders, Fairness fairness) {
        return served(salesOrders, fairness, true);
    }

    @Override
    public Outcome<List<LineAllocation>> whatIf(List<String> salesOrders, Fairness fairness) {
        return served(salesOrders, fairness, false);
    }

    /**
     * Where a line is short or passes an earlier lot over although not all lots were looked at, all are looked at, in a unit of work of its own: lots are locked in one
     * order, so what is wanted besides cannot be locked after the others.
     */
    private Outcome<List<LineAllocation>> served(List<String> numbers, Fairness fairness, boolean write) {
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
            List<String> numbers, Fairness fairness, boolean write, Set<ItemNumber> whole, Set<ItemNumber> wantsMore) {
        List<Violation> problems = againstNumbers(numbers);
        if (!problems.isEmpty()) {
            return new Outcome.Refused<>(problems);
        }
        Map<String, SalesOrder> known =
                orders.withNumbers(numbers).stream().collect(Collectors.toMap(SalesOrder::number, Function.identity()));
        for (int i = 0; i < numbers.size(); i++) {
            if (!known.containsKey(numbers.get(i))) {
                problems.add(new Violation(
                        "ORDER_UNKNOWN",
                        ViolationPath.of("salesOrders", i + 1),
                        "sales order " + numbers.get(i) + " is not known; send it from the ERP system first"));
            }
        }
        if (!problems.isEmpty()) {
            return new Outcome.Refused<>(problems);
        }
        Set<ItemNumber> locked = withSubstitutes(known.values().stream()
                .flatMap(order -> order.lines().stream())
                .map(SalesOrder.Line::item)
                .collect(Collectors.toSet()));
        reservations.lockItems(locked);
        Served served = serve(numbers, fairness, locked, whole);
        wantsMore.addAll(served.wantsMore());
        if (!wantsMore.isEmpty()) {
            LOG.info("wave looks at more lots items={}", wantsMore.size());
        } else if (write) {
            served.pass().substituted().forEach(orders::save);
            reservations.save(served.pass().changed());
            decisions.insert(served.decided());
        }
        List<LineAllocation> lines = served.pass().served();
        LOG.info(
                "wave served orders={} fairness={} written={} short={}",
                numbers.size(),
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

    private Served serve(List<String> numbers, Fairness fairness, Set<ItemNumber> lockedItems, Set<ItemNumber> whole) {
        OrderLocking locked = locking.within(lockedItems, numbers, whole, this::today);
        List<String> inOrder = inOrder(numbers, fairness, locked);
        List<AllocationDecision> decided = new ArrayList<>();
        List<AllocationDecision> tried = new ArrayList<>();
        WavePass pass = pass(locked, decided::addAll);
        if (fairness == Fairness.PROPORTIONAL) {
            FairShare share = trial(inOrder, locked, tried::addAll);
            inOrder.forEach(number -> pass.serve(number, share::of));
            inOrder.stream()
                    .filter(number -> pass.of(number).stream()
                            .anyMatch(line -> line.shortBy().isPositive()))
                    .forEach(number -> pass.serve(number, LineAllocation::shortBy));
        } else {
            inOrder.forEach(number -> pass.serve(number, LineAllocation::shortBy));
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

    private FairShare trial(List<String> inOrder, OrderLocking locked, Consumer<List<AllocationDecision>> decided) {
        WavePass trial = pass(locked, decided);
        FairShare share = new FairShare();
        inOrder.forEach(number -> trial.serve(number, LineAllocation::shortBy));
        trial.rearrange();
        for (String number : inOrder) {
            share.add(trial.order(number), trial.before(number), trial.of(number));
        }
        return share;
    }

    private WavePass pass(OrderLocking locked, Consumer<List<AllocationDecision>> decided) {
        return new WavePass(locked, allocation, progress, record, this::today, decided);
    }

    private LocalDate today(Site site) {
        return site.calendar().day(clock.instant());
    }

    /** By the dates as they are under the lock: they may have changed while it was waited for. */
    private static List<String> inOrder(List<String> numbers, Fairness fairness, OrderLocking locked) {
        return fairness == Fairness.AS_LISTED
                ? numbers
                : numbers.stream()
                        .sorted(Comparator.comparing((String number) ->
                                        locked.ofWave(number).orElseThrow().deliveryDate())
                                .thenComparing(Comparator.naturalOrder()))
                        .toList();
    }

    private static List<Violation> againstNumbers(List<String> numbers) {
        List<Violation> problems = new ArrayList<>();
        if (numbers.isEmpty()) {
            problems.add(new Violation(WAVE_EMPTY, "salesOrders", "name the orders"));
        }
        if (numbers.size() > MOST_ORDERS) {
            problems.add(new Violation(
                    WAVE_TOO_LARGE,
                    "salesOrders",
                    "a wave has at most " + MOST_ORDERS + " orders, not " + numbers.size() + "; make two of it"));
            return problems;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < numbers.size(); i++) {
            if (!seen.add(numbers.get(i))) {
                problems.add(new Violation(
                        ORDER_REPEATED,
                        ViolationPath.of("salesOrders", i + 1),
                        "sales order " + numbers.get(i) + " is named twice; name it once"));
            }
        }
        return problems;
    }
}
