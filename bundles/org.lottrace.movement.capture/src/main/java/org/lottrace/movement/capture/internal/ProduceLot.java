package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotNumbering;
import org.lottrace.api.lot.Site;
import org.lottrace.api.movement.Production;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * Makes an output lot of everything a production order has consumed since its last output. What was held or recalled after
 * it was consumed cannot be taken out of the mixture any more: the output takes over the disposition in the same event.
 */
final class ProduceLot {
    private static final String NOTHING_CONSUMED = "NOTHING_CONSUMED";
    private static final String LOT_NUMBER_IN_USE = "LOT_NUMBER_IN_USE";
    private static final String LOT_NUMBER_INVALID = "LOT_NUMBER_INVALID";

    private final EventCapture capture;
    private final SharedChecks checks;
    private final LotUsability usability;
    private final StockStore stock;
    private final Reservations reservations;
    private final LotMaster lots;
    private final LotNumbering numbering;

    ProduceLot(
            EventCapture capture,
            SharedChecks checks,
            LotUsability usability,
            StockStore stock,
            Reservations reservations,
            LotMaster lots,
            LotNumbering numbering) {
        this.capture = capture;
        this.checks = checks;
        this.usability = usability;
        this.stock = stock;
        this.reservations = reservations;
        this.lots = lots;
        this.numbering = numbering;
    }

    Outcome<RecordedEvent> produce(Production production) {
        DocumentReference order = new DocumentReference(DocumentType.PRODUCTION_ORDER, production.productionOrder());
        return capture.capture(
                production.context().usually(Basis.REPORTED),
                event -> isSame(event, production, order),
                (context, findings) -> {
                    Optional<Site> site = checks.site(production.context().site(), ViolationPath.of("site"), findings);
                    checks.place(site, production.location(), ViolationPath.of("location"), findings);
                    Optional<Quantity> quantity = checks.item(production.item(), ViolationPath.of("item"), findings)
                            .flatMap(item -> checks.positive(
                                    item, production.quantity(), ViolationPath.of("quantity"), findings));
                    List<StockBalance> consumed = stock.at(Place.productionOrder(order));
                    if (consumed.isEmpty()) {
                        findings.add(
                                NOTHING_CONSUMED,
                                "productionOrder",
                                order + " has consumed nothing since its last output: capture the consumption first");
                    }
                    site.ifPresent(known -> production
                            .lotNumber()
                            .map(number -> key(known, production, number))
                            .filter(key -> lots.find(key).isPresent())
                            .ifPresent(key -> findings.add(inUse(key))));
                    // A hold of an input either is seen here, or waits and sees this output.
                    reservations.lockItems(itemsOf(consumed, production.item()));
                    return (settled, inWriting) -> register(site.orElseThrow(), production, inWriting)
                            .map(output -> event(
                                            settled.on(production.line(), production.shift()),
                                            order,
                                            consumed,
                                            new EventLine(
                                                    output.lot(),
                                                    Position.at(Place.transformation(settled.site())),
                                                    target(production),
                                                    quantity.orElseThrow(),
                                                    production.quantity(),
                                                    Optional.empty()))
                                    .changing(List.of(output)));
                });
    }

    /** That of the output, too: its lot is registered under the lock, and items are locked in one order. */
    private static Set<ItemNumber> itemsOf(List<StockBalance> consumed, ItemNumber output) {
        return Stream.concat(consumed.stream().map(balance -> balance.lot().item()), Stream.of(output))
                .collect(Collectors.toSet());
    }

    private Optional<LotChange> register(Site site, Production production, Findings findings) {
        return number(site, production, findings).flatMap(number -> lots.register(new Lot(
                        key(site, production, number),
                        Optional.of(site.calendar()
                                .productionDay(production.context().effective())),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(site.id())))
                .fold(
                        registered -> Optional.of(LotChange.registered(registered)),
                        known -> {
                            findings.add(inUse(known.key()));
                            return Optional.empty();
                        },
                        violations -> {
                            findings.addAll(violations, ViolationPath.of("lotNumber"));
                            return Optional.empty();
                        }));
    }

    private static Violation inUse(LotKey key) {
        return new Violation(LOT_NUMBER_IN_USE, "lotNumber", "lot " + key + " exists: give the output another number");
    }

    /** Passes over numbers that were given by hand before. */
    private Optional<LotNumber> number(Site site, Production production, Findings findings) {
        if (production.lotNumber().isPresent()) {
            return production.lotNumber();
        }
        try {
            LotNumber number;
            do {
                number = numbering.next(
                        site,
                        production.item(),
                        production.context().effective(),
                        production.line(),
                        production.shift());
            } while (lots.find(key(site, production, number)).isPresent());
            return Optional.of(number);
        } catch (InvalidIdentifierException e) {
            findings.add(LOT_NUMBER_INVALID, "lotNumber", "the template of site " + site.id() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private static LotKey key(Site site, Production production, LotNumber number) {
        return new LotKey(site.company(), production.item(), number);
    }

    private static Position target(Production production) {
        return new Position(Place.location(production.context().site(), production.location()), production.container());
    }

    private TraceEvent event(
            EventContext context, DocumentReference order, List<StockBalance> consumed, EventLine output) {
        List<EventLine> lines = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (StockBalance input : consumed) {
            lines.add(new EventLine(
                    input.lot(),
                    input.position(),
                    Position.at(Place.transformation(context.site())),
                    input.quantity(),
                    input.quantity(),
                    Optional.empty()));
            edges.add(new Edge(input.lot(), output.lot(), input.quantity(), Edge.Certainty.KNOWN));
        }
        lines.add(output);
        return new TraceEvent(
                context,
                EventType.PRODUCE,
                List.of(order),
                Optional.empty(),
                lines,
                edges,
                usability.inherited(
                        output.lot(), consumed.stream().map(StockBalance::lot).collect(Collectors.toSet())));
    }

    private static boolean isSame(TraceEvent event, Production production, DocumentReference order) {
        return RepeatedRequest.sameDocuments(event, EventType.PRODUCE, order)
                && isSameOrNotRecorded(event.context().line(), production.line())
                && isSameOrNotRecorded(event.context().shift(), production.shift())
                && event.lines().stream()
                        .filter(line -> line.from().place().kind() == PlaceKind.TRANSFORMATION)
                        .allMatch(output -> isSameOutput(output, production));
    }

    /** Line and shift of older events were not recorded. */
    private static boolean isSameOrNotRecorded(String recorded, String requested) {
        return recorded.isEmpty() || recorded.equals(requested);
    }

    private static boolean isSameOutput(EventLine output, Production production) {
        return output.lot().item().equals(production.item())
                && production.lotNumber().map(output.lot().number()::equals).orElse(true)
                && output.entered().equals(production.quantity())
                && output.to().equals(target(production));
    }
}
