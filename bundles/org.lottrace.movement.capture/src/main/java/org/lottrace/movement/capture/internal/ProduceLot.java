package org.lottrace.movement.capture.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotNumbering;
import org.lottrace.api.lot.Site;
import org.lottrace.api.movement.Production;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.ViolationPath;

/**
 * Makes output lots of everything a production order has consumed since its last output, or else of what it consumed before; a lot
 * that the order made before gets more. What was held or recalled after
 * it was consumed cannot be taken out of the mixture any more: the output takes over the disposition in the same event.
 */
final class ProduceLot {
    private static final String NOTHING_CONSUMED = "NOTHING_CONSUMED";

    private final EventCapture capture;
    private final SharedChecks checks;
    private final OutputChecks checked;
    private final LotUsability usability;
    private final StockStore stock;
    private final Reservations reservations;
    private final LotMaster lots;
    private final LotNumbering numbering;
    private final Ledger ledger;
    private final PlannedOrders planned;
    private final TankMixing tanks;

    ProduceLot(
            EventCapture capture,
            SharedChecks checks,
            ClosedMasters closed,
            LotRightCheck rights,
            SaidOfLots said,
            LotUsability usability,
            StockStore stock,
            Reservations reservations,
            LotMaster lots,
            LotNumbering numbering,
            Ledger ledger,
            PlannedOrders planned,
            TankMixing tanks) {
        this.capture = capture;
        this.checks = checks;
        this.checked = new OutputChecks(checks, closed, rights, said, lots);
        this.usability = usability;
        this.stock = stock;
        this.reservations = reservations;
        this.lots = lots;
        this.numbering = numbering;
        this.ledger = ledger;
        this.planned = planned;
        this.tanks = tanks;
    }

    Outcome<RecordedEvent> produce(Production production) {
        DocumentReference order = new DocumentReference(DocumentType.PRODUCTION_ORDER, production.productionOrder());
        return capture.capture(
                production.context().usually(Basis.REPORTED),
                event -> isSame(event, production, order),
                (context, findings) -> {
                    Optional<Site> site = checks.site(production.context().site(), ViolationPath.of("site"), findings);
                    List<Made> outputs = checked.of(production, site, findings);
                    OpenRound round = openRound(order, production.context().effective());
                    List<StockBalance> consumed = round.inputs();
                    if (consumed.isEmpty()) {
                        findings.breach(
                                NOTHING_CONSUMED,
                                ViolationPath.of("productionOrder"),
                                order
                                        + " has consumed nothing: capture the consumption first; when the output is recorded"
                                        + " already, capture it, reverse the output and report it again");
                    }
                    Supplier<Set<LotKey>> madeBefore = () -> madeBy(order);
                    site.ifPresent(known -> checked.numbers(production, known, consumed, madeBefore, findings));
                    // A hold of an input either is seen here, or waits and sees this output.
                    reservations.lockItems(itemsOf(round, production));
                    if (round.isLater()) {
                        round.requireSame(toldBy(order, production.context().effective()));
                    }
                    Optional<PlannedOrder> plan = planned.checkMade(production, outputs, findings);
                    return (settled, inWriting) -> write(
                            settled.on(production.line(), production.shift()),
                            order,
                            round,
                            new NumberedOutputs(lots, numbering, site.orElseThrow(), production, madeBefore)
                                    .of(outputs, inWriting),
                            new OutputRoles(plan),
                            inWriting);
                });
    }

    private OpenRound openRound(DocumentReference order, Instant happened) {
        List<StockBalance> consumed = stock.at(Place.productionOrder(order));
        return consumed.isEmpty() ? toldBy(order, happened) : OpenRound.of(consumed);
    }

    private OpenRound toldBy(DocumentReference order, Instant happened) {
        return new RoundsTold(ledger.byDocument(order)).by(happened);
    }

    private Set<LotKey> concluded(SiteId site, DocumentReference order) {
        return tanks.hasTanks(site) ? TankMixing.concluded(ledger.byDocument(order)) : Set.of();
    }

    /** Also what was reversed: who reports it again says the number that is on the goods. */
    private Set<LotKey> madeBy(DocumentReference order) {
        return ledger.byDocument(order).stream()
                .filter(recorded -> recorded.event().type() == EventType.PRODUCE)
                .flatMap(recorded -> recorded.event().lines().stream())
                .filter(line -> line.from().place().kind() == PlaceKind.TRANSFORMATION)
                .map(EventLine::lot)
                .collect(Collectors.toSet());
    }

    /**
     * That of the outputs, too: their lots are registered under the lock, and items are locked in one order. A later output is
     * told under the lock of what was made before, so that two of them share one after the other.
     */
    private static Set<ItemNumber> itemsOf(OpenRound round, Production production) {
        return Stream.of(
                        round.lots().map(LotKey::item),
                        production.outputs().stream().map(Production.Output::item))
                .flatMap(items -> items)
                .collect(Collectors.toSet());
    }

    static LotKey key(Site site, ItemNumber item, LotNumber number) {
        return new LotKey(site.company(), item, number);
    }

    private Optional<TraceEvent> write(
            EventContext context,
            DocumentReference order,
            OpenRound round,
            NumberedOutputs.Numbered outputs,
            OutputRoles roles,
            Findings findings) {
        if (!findings.isEmpty()) {
            return Optional.empty();
        }
        List<EventLine> lines = new ArrayList<>();
        if (!round.isLater()) {
            round.inputs()
                    .forEach(input -> lines.add(new EventLine(
                            input.lot(),
                            input.position(),
                            Position.at(Place.transformation(context.site())),
                            input.quantity(),
                            input.quantity(),
                            Optional.empty())));
        }
        outputs.goods()
                .forEach((made, lot) -> lines.add(roles.tell(new EventLine(
                        lot,
                        Position.at(Place.transformation(context.site())),
                        target(context.site(), made.output()),
                        made.quantity(),
                        made.output().quantity(),
                        Optional.empty(),
                        Optional.empty(),
                        made.output().keyData()))));
        List<List<Edge>> shared = round.sharedWith(outputs.lots(), concluded(context.site(), order));
        Set<LotKey> inputs = round.inputs().stream().map(StockBalance::lot).collect(Collectors.toSet());
        return Optional.of(new TraceEvent(
                        context,
                        EventType.PRODUCE,
                        List.of(order),
                        Optional.empty(),
                        lines,
                        OpenRound.all(shared),
                        outputs.lots().keySet().stream()
                                .flatMap(lot -> usability.inherited(lot, inputs).stream())
                                .toList())
                .changing(outputs.registered())
                .saying(Stream.concat(
                                round.said(shared).stream(), roles.shares(round.madeWith(outputs.lots())).stream())
                        .toList()));
    }

    /**
     * An output after the checks.
     *
     * @param path what it is called in the request
     * @param quantity in the base unit
     */
    record Made(Production.Output output, ViolationPath path, Quantity quantity) {}

    private static Position target(SiteId site, Production.Output output) {
        return new Position(Place.location(site, output.location()), output.container());
    }

    private static boolean isSame(TraceEvent event, Production production, DocumentReference order) {
        return RepeatedRequest.sameDocuments(event, EventType.PRODUCE, order)
                && isSameOrNotRecorded(event.context().line(), production.line())
                && isSameOrNotRecorded(event.context().shift(), production.shift())
                && areSameOutputs(
                        event.lines().stream()
                                .filter(line -> line.from().place().kind() == PlaceKind.TRANSFORMATION)
                                .toList(),
                        production);
    }

    private static boolean areSameOutputs(List<EventLine> recorded, Production production) {
        List<Production.Output> outputs = production.outputs();
        return recorded.size() == outputs.size()
                && IntStream.range(0, outputs.size())
                        .allMatch(i -> isSameOutput(
                                recorded.get(i), production.context().site(), outputs.get(i)));
    }

    /** Line and shift of older events were not recorded. */
    private static boolean isSameOrNotRecorded(String recorded, String requested) {
        return recorded.isEmpty() || recorded.equals(requested);
    }

    private static boolean isSameOutput(EventLine recorded, SiteId site, Production.Output output) {
        return recorded.lot().item().equals(output.item())
                && output.lotNumber().map(recorded.lot().number()::equals).orElse(true)
                && recorded.entered().equals(output.quantity())
                && recorded.keyData().equals(output.keyData())
                && recorded.to().equals(target(site, output));
    }
}
