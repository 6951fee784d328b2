package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;

/**
 * Books the differences between what was found and what the stock says. The whole sheet is recorded with them, what was found as
 * booked too. The quantity as entered is what was found.
 */
final class CountStock {
    private static final String NO_DIFFERENCE = "NO_DIFFERENCE";
    private static final String COUNTED_TWICE = "COUNTED_TWICE";

    private final EventCapture capture;
    private final SharedChecks checks;
    private final StockOnHand stock;
    private final MeantLots meant;

    CountStock(EventCapture capture, SharedChecks checks, StockOnHand stock, MeantLots meant) {
        this.capture = capture;
        this.checks = checks;
        this.stock = stock;
        this.meant = meant;
    }

    Outcome<RecordedEvent> count(StockCount count) {
        DocumentReference sheet = new DocumentReference(DocumentType.COUNT_SHEET, count.countSheet());
        return capture.capture(
                count.context().usually(Basis.REPORTED), event -> isSame(event, count, sheet), (context, findings) -> {
                    List<Goods> found = checks.countedGoods(count.context().site(), count.found(), findings);
                    checkRepetition(found, findings);
                    Position difference =
                            Position.at(Place.countDifference(count.context().site()));
                    List<EventLine> lines = differences(found, difference);
                    if (findings.isEmpty() && lines.isEmpty()) {
                        findings.add(
                                NO_DIFFERENCE, "lines", "everything was found as booked: there is nothing to book");
                    }
                    return (settled, unused) -> Optional.of(new TraceEvent(
                                    settled,
                                    EventType.COUNT,
                                    List.of(sheet),
                                    Optional.empty(),
                                    lines,
                                    List.of(),
                                    List.of())
                            .saying(found.stream()
                                    .map(line -> Counted.of(line).datum())
                                    .toList()));
                });
    }

    private static void checkRepetition(List<Goods> found, Findings findings) {
        Set<List<Object>> seen = new HashSet<>();
        found.stream()
                .filter(line -> !seen.add(List.of(line.lot().key(), line.position())))
                .forEach(line -> findings.add(
                        COUNTED_TWICE,
                        line.path(),
                        "lot " + line.lot().key() + " at " + line.position() + " is on an earlier line: add them up"));
    }

    private List<EventLine> differences(List<Goods> found, Position difference) {
        List<StockBalance> booked =
                stock.lock(Goods.lotsOf(found).stream().map(Lot::key).toList());
        List<EventLine> lines = new ArrayList<>();
        for (Goods line : found) {
            Quantity book = booked.stream()
                    .filter(balance -> balance.lot().equals(line.lot().key())
                            && balance.position().equals(line.position()))
                    .map(StockBalance::quantity)
                    .findFirst()
                    .orElseGet(() -> Quantity.zero(line.quantity().unit()));
            Quantity more = line.quantity().minus(book);
            if (more.isPositive()) {
                lines.add(line(line, difference, line.position(), more));
            } else if (more.isNegative()) {
                lines.add(line(line, line.position(), difference, more.negated()));
            }
        }
        return lines;
    }

    private static EventLine line(Goods found, Position from, Position to, Quantity quantity) {
        return new EventLine(found.lot().key(), from, to, quantity, found.entered(), Optional.empty());
    }

    private boolean isSame(TraceEvent event, StockCount count, DocumentReference sheet) {
        if (!RepeatedRequest.sameDocuments(event, EventType.COUNT, sheet)) {
            return false;
        }
        List<Predicate<Counted>> asked =
                count.found().stream().map(line -> isRecorded(line, count)).toList();
        List<Counted> recorded = Counted.allOf(event);
        if (recorded.isEmpty()) {
            return areAmong(asked, Counted.differingOf(event));
        }
        return asked.size() == recorded.size()
                && areAmong(asked, recorded)
                && asked.stream().allMatch(line -> recorded.stream().anyMatch(line));
    }

    private static boolean areAmong(List<Predicate<Counted>> asked, List<Counted> recorded) {
        return recorded.stream().allMatch(line -> asked.stream().anyMatch(is -> is.test(line)));
    }

    private Predicate<Counted> isRecorded(LotQuantity found, StockCount count) {
        Position position = RequestedGoods.position(count.context().site(), found);
        Predicate<LotKey> isMeant = meant.by(found.lot());
        return line ->
                line.position().equals(position) && line.found().equals(found.quantity()) && isMeant.test(line.lot());
    }
}
