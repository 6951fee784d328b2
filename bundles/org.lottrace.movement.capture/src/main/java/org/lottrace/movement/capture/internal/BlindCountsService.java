package org.lottrace.movement.capture.internal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.movement.BlindCount;
import org.lottrace.api.movement.BlindCountDecision;
import org.lottrace.api.movement.BlindCounts;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Counts that two people make without seeing the book or each other. Everything about a sheet is read from the events that name it, under the
 * lock of the ledger's head.
 */
@Component
public final class BlindCountsService implements BlindCounts {
    private final UnitOfWork unitOfWork;
    private final Ledger ledger;
    private final EventCapture capture;
    private final MovementCapture movements;
    private final LotMaster lots;
    private final Reservations reservations;
    private final StockOnHand stock;
    private final SharedChecks checks;
    private final MeantLots meant;

    @Activate
    public BlindCountsService(
            @Reference UnitOfWork unitOfWork,
            @Reference Ledger ledger,
            @Reference EventCapture capture,
            @Reference MovementCapture movements,
            @Reference LotMaster lots,
            @Reference SiteStore sites,
            @Reference ItemStore items,
            @Reference Reservations reservations,
            @Reference StockOnHand stock) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.capture = capture;
        this.movements = movements;
        this.lots = lots;
        this.reservations = reservations;
        this.stock = stock;
        checks = new SharedChecks(sites, items, lots);
        meant = new MeantLots(lots);
    }

    @Override
    public Optional<BlindCount> show(String countSheet) {
        return unitOfWork.required(() -> {
            List<RecordedEvent> events = eventsOf(sheet(countSheet));
            List<RecordedEvent> entries =
                    events.stream().filter(BlindCountsService::isEntry).toList();
            return entries.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new BlindCount(
                            countSheet,
                            entries.stream().map(BlindCountsService::entry).toList(),
                            differences(entries),
                            decided(events)));
        });
    }

    @Override
    public Outcome<RecordedEvent> enter(StockCount count) {
        DocumentReference sheet = sheet(count.countSheet());
        return capture.capture(
                count.context().usually(Basis.REPORTED), event -> isSame(event, count, sheet), (context, findings) -> {
                    ledger.lockHead();
                    List<RecordedEvent> events = eventsOf(sheet);
                    decided(events).ifPresent(event -> findings.add(decidedBy(sheet, event.value())));
                    String counter = WitnessCheck.personOf(count.context());
                    events.stream()
                            .filter(BlindCountsService::isEntry)
                            .filter(event -> counterOf(event.event().context()).equals(counter))
                            .findFirst()
                            .ifPresent(event -> findings.add(
                                    COUNTER_SAME,
                                    "context",
                                    counter + " has counted " + sheet + " already: let another person count"));
                    List<Goods> found =
                            checks.countedGoods(count.context().site(), count.found(), new FoundLots(lots), findings);
                    CountStock.checkRepetition(found, findings);
                    return (settled, unused) -> Optional.of(new TraceEvent(
                                    settled,
                                    EventType.COUNT,
                                    List.of(sheet),
                                    Optional.empty(),
                                    List.of(),
                                    List.of(),
                                    List.of())
                            .saying(found.stream()
                                    .flatMap(line -> Counted.of(line).blindData())
                                    .toList()));
                });
    }

    @Override
    public Outcome<RecordedEvent> decide(BlindCountDecision decision) {
        return unitOfWork.required(() -> {
            DocumentReference sheet = sheet(decision.countSheet());
            Optional<RecordedEvent> entry = ledger.find(decision.entry())
                    .filter(BlindCountsService::isEntry)
                    .filter(event -> event.event().documents().contains(sheet));
            if (entry.isEmpty()) {
                return refused(new Violation(
                        ENTRY_UNKNOWN, "entry", sheet + " has no entry " + decision.entry() + ": look it up"));
            }
            List<Counted> found = Counted.blindOf(entry.get().event());
            if (ledger.find(decision.context().id()).isEmpty()) {
                List<Violation> against = against(sheet, found);
                if (!against.isEmpty()) {
                    return refused(against.toArray(Violation[]::new));
                }
            }
            return movements.count(new StockCount(
                    at(decision.context(), entry.get().event().context()),
                    decision.countSheet(),
                    found.stream().map(BlindCountsService::line).toList()));
        });
    }

    /** Under the locks that the count will take, so that nobody else decides meanwhile. */
    private List<Violation> against(DocumentReference sheet, List<Counted> found) {
        Set<LotKey> counted = found.stream().map(Counted::lot).collect(Collectors.toCollection(TreeSet::new));
        reservations.lockItems(counted.stream().map(LotKey::item).collect(Collectors.toSet()));
        stock.lock(counted.stream().filter(lot -> lots.find(lot).isPresent()).toList());
        ledger.lockHead();
        List<RecordedEvent> events = eventsOf(sheet);
        List<Violation> against = decided(events).map(event -> decidedBy(sheet, event.value())).stream()
                .collect(Collectors.toList());
        if (events.stream().filter(BlindCountsService::isEntry).count() < 2) {
            against.add(new Violation(
                    RECOUNT_MISSING, "countSheet", "only one person has counted " + sheet + ": let another one count"));
        }
        return against;
    }

    private static CaptureContext at(CaptureContext decision, EventContext counted) {
        return new CaptureContext(
                decision.id(),
                counted.effective(),
                decision.accountingDate(),
                decision.actor(),
                decision.onBehalfOf(),
                decision.device(),
                counted.site(),
                decision.source(),
                decision.basis());
    }

    private static LotQuantity line(Counted counted) {
        return new LotQuantity(
                LotReference.to(counted.lot()),
                counted.position().place().kind() == PlaceKind.IN_TRANSIT
                        ? LocationId.IN_TRANSIT
                        : counted.position().place().location(),
                counted.position().container(),
                counted.found(),
                counted.said());
    }

    private List<RecordedEvent> eventsOf(DocumentReference sheet) {
        return InForce.of(ledger.byDocument(sheet)).stream()
                .filter(event -> event.event().type() == EventType.COUNT)
                .toList();
    }

    private static boolean isEntry(RecordedEvent event) {
        return !Counted.blindOf(event.event()).isEmpty();
    }

    private static Optional<EventId> decided(List<RecordedEvent> events) {
        return events.stream()
                .filter(event -> !isEntry(event))
                .map(event -> event.event().id())
                .findFirst();
    }

    private static BlindCount.Entry entry(RecordedEvent event) {
        EventContext context = event.event().context();
        return new BlindCount.Entry(context.id(), counterOf(context), context.effective());
    }

    private static String counterOf(EventContext context) {
        return context.onBehalfOf().isEmpty() ? context.actor() : context.onBehalfOf();
    }

    private record At(LotKey lot, Position position) {}

    private static List<BlindCount.Difference> differences(List<RecordedEvent> entries) {
        if (entries.size() < 2) {
            return List.of();
        }
        Map<At, Quantity> first = byPosition(entries.get(entries.size() - 2));
        Map<At, Quantity> second = byPosition(entries.get(entries.size() - 1));
        Set<At> all = new LinkedHashSet<>(first.keySet());
        all.addAll(second.keySet());
        return all.stream()
                .filter(at -> !Objects.equals(first.get(at), second.get(at)))
                .map(at -> new BlindCount.Difference(
                        at.lot(),
                        at.position(),
                        Optional.ofNullable(first.get(at)),
                        Optional.ofNullable(second.get(at))))
                .toList();
    }

    private static Map<At, Quantity> byPosition(RecordedEvent entry) {
        Map<At, Quantity> found = new LinkedHashMap<>();
        Counted.blindOf(entry.event()).forEach(line -> found.put(new At(line.lot(), line.position()), line.found()));
        return found;
    }

    private boolean isSame(TraceEvent event, StockCount count, DocumentReference sheet) {
        List<Counted> recorded = Counted.blindOf(event);
        return RepeatedRequest.sameDocuments(event, EventType.COUNT, sheet)
                && recorded.size() == count.found().size()
                && count.found().stream().allMatch(line -> recorded.stream().anyMatch(isRecorded(line, count)));
    }

    private Predicate<Counted> isRecorded(LotQuantity found, StockCount count) {
        Position position = RequestedGoods.position(count.context().site(), found);
        Predicate<LotKey> isMeant = meant.by(found.lot());
        return line -> line.position().equals(position)
                && line.found().equals(found.quantity())
                && line.said().equals(found.keyData())
                && isMeant.test(line.lot());
    }

    private static Violation decidedBy(DocumentReference sheet, String event) {
        return new Violation(
                COUNT_DECIDED, "countSheet", sheet + " is booked as event " + event + ": count under another number");
    }

    private static Outcome<RecordedEvent> refused(Violation... violations) {
        return new Outcome.Refused<>(List.of(violations));
    }

    private static DocumentReference sheet(String number) {
        return new DocumentReference(DocumentType.COUNT_SHEET, number);
    }
}
