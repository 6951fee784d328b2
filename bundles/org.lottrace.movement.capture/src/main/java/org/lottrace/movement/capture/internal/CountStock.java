package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;

/**
 * Books the differences between what was found and what the book has for the time of the count: what moved since then keeps
 * its effect. The whole sheet is recorded, what was found as booked too; a count without a difference is evidence. The
 * quantity as entered is what was found.
 */
final class CountStock {
    private static final String COUNTED_TWICE = "COUNTED_TWICE";
    private static final String COUNT_CONTRADICTS_LATER = "COUNT_CONTRADICTS_LATER";
    private static final String RESERVED_MISSING = "RESERVED_MISSING";

    private final EventCapture capture;
    private final SharedChecks checks;
    private final ClosedMasters closed;
    private final LotRightCheck rights;
    private final StockOnHand stock;
    private final LedgerStore events;
    private final LotMaster lots;
    private final Reservations reservations;
    private final MeantLots meant;

    CountStock(
            EventCapture capture,
            SharedChecks checks,
            ClosedMasters closed,
            LotRightCheck rights,
            StockOnHand stock,
            LedgerStore events,
            LotMaster lots,
            Reservations reservations,
            MeantLots meant) {
        this.capture = capture;
        this.checks = checks;
        this.closed = closed;
        this.rights = rights;
        this.stock = stock;
        this.events = events;
        this.lots = lots;
        this.reservations = reservations;
        this.meant = meant;
    }

    Outcome<RecordedEvent> count(StockCount count) {
        DocumentReference sheet = new DocumentReference(DocumentType.COUNT_SHEET, count.countSheet());
        return capture.capture(
                count.context().usually(Basis.REPORTED), event -> isSame(event, count, sheet), (context, findings) -> {
                    FoundLots unknown = new FoundLots(lots);
                    List<Goods> found = checks.countedGoods(count.context().site(), count.found(), unknown, findings);
                    unknown.check(findings);
                    unknown.named().forEach((lot, path) -> closed.item(lot.item(), path, findings));
                    rights.creating(count.context().site(), unknown.named(), findings);
                    checkRepetition(found, findings);
                    reservations.lockItems(Goods.itemsOf(found));
                    BookAt book = BookAt.of(
                            Goods.lotsOf(found).stream().map(Lot::key).toList(),
                            count.context().effective(),
                            stock,
                            events);
                    List<EventLine> lines = differences(
                            found,
                            book,
                            Position.at(Place.countDifference(count.context().site())),
                            findings);
                    return (settled, inWriting) -> {
                        List<LotChange> registered = unknown.register(inWriting);
                        if (settled.basis() == Basis.REPORTED) {
                            freeMissing(found, after(lines, book), inWriting);
                        } else {
                            reservations.follow(after(lines, book));
                        }
                        return inWriting.isEmpty()
                                ? Optional.of(event(settled, sheet, found, lines, registered))
                                : Optional.empty();
                    };
                });
    }

    private static TraceEvent event(
            EventContext settled,
            DocumentReference sheet,
            List<Goods> found,
            List<EventLine> lines,
            List<LotChange> registered) {
        return new TraceEvent(settled, EventType.COUNT, List.of(sheet), Optional.empty(), lines, List.of(), List.of())
                .changing(registered)
                .saying(found.stream().flatMap(line -> Counted.of(line).data()).toList());
    }

    static void checkRepetition(List<Goods> found, Findings findings) {
        Set<List<Object>> seen = new HashSet<>();
        found.stream()
                .filter(line -> !seen.add(List.of(line.lot().key(), line.position())))
                .forEach(line -> findings.add(
                        COUNTED_TWICE,
                        line.path(),
                        "lot " + line.lot().key() + " at " + line.position() + " is on an earlier line: add them up"));
    }

    private List<EventLine> differences(List<Goods> found, BookAt book, Position difference, Findings findings) {
        List<EventLine> lines = new ArrayList<>();
        for (Goods line : found) {
            Quantity then =
                    book.then(line.lot().key(), line.position(), line.quantity().unit());
            Quantity more = line.quantity().minus(then);
            if (more.isPositive()) {
                lines.add(line(line, difference, line.position(), more, saidOfMore(line, more)));
            } else if (more.isNegative()) {
                Quantity missing = more.negated();
                Quantity left = missing.min(book.now(line.lot().key(), line.position(), missing.unit()));
                if (left.compareTo(missing) < 0) {
                    findings.breach(contradiction(line, then, missing.minus(left)));
                }
                if (left.isPositive()) {
                    lines.add(line(line, line.position(), difference, left, List.of()));
                }
            }
        }
        return lines;
    }

    /** The stock never goes below zero: one of the later records is wrong, and nobody knows yet which. */
    private static Violation contradiction(Goods line, Quantity then, Quantity tooMuch) {
        return new Violation(
                COUNT_CONTRADICTS_LATER,
                line.path().then("quantity"),
                line.entered() + " of lot " + line.lot().key() + " at " + line.position()
                        + " were found when the book has "
                        + then + ", and what left later needs " + tooMuch
                        + " of what is missing: check what was recorded after the count");
    }

    /** Of a lot that is nowhere yet nothing is reserved. */
    private static List<StockBalance> after(List<EventLine> lines, BookAt book) {
        return lines.stream()
                .map(line -> {
                    boolean isMore = line.to().place().kind() == PlaceKind.LOCATION;
                    Position at = isMore ? line.to() : line.from();
                    Quantity now = book.now(line.lot(), at, line.quantity().unit());
                    return new StockBalance(
                            line.lot(), at, isMore ? now.plus(line.quantity()) : now.minus(line.quantity()));
                })
                .toList();
    }

    /**
     * What is not there is kept where else the lot is at the site; what is there for nobody any more the newest reservations give up, and
     * their orders are short again.
     */
    private void freeMissing(List<Goods> found, List<StockBalance> after, Findings findings) {
        for (Reservation freed : reservations.giveUp(after)) {
            found.stream()
                    .filter(line -> line.lot().key().equals(freed.lot())
                            && line.position().equals(freed.position()))
                    .forEach(line -> findings.breach(
                            RESERVED_MISSING,
                            line.path().then("quantity"),
                            freed.quantity() + " of lot " + freed.lot() + " at " + freed.position()
                                    + " were reserved for " + freed.orderLine()
                                    + " and are not there: allocate the order again"));
        }
    }

    /** What is said is of all that was found. Of what is more than the book has, only the numbers are known that are not in it. */
    private List<KeyDatum> saidOfMore(Goods found, Quantity more) {
        if (more.equals(found.quantity())
                || KnownPieces.serials(found.keyData()).isEmpty()) {
            return more.equals(found.quantity()) ? found.keyData() : List.of();
        }
        LotKey lot = found.lot().key();
        KnownPieces pieces = KnownPieces.of(lot, new HistoryInForce(events).of(Set.of(lot)));
        return found.keyData().stream()
                .filter(KnownPieces::isSerial)
                .filter(serial -> !pieces.isInStock(serial.value().text()))
                .limit(more.amount().longValue())
                .toList();
    }

    private static EventLine line(Goods found, Position from, Position to, Quantity quantity, List<KeyDatum> said) {
        return new EventLine(
                found.lot().key(), from, to, quantity, found.entered(), Optional.empty(), Optional.empty(), said);
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
        return line -> line.position().equals(position)
                && line.found().equals(found.quantity())
                && line.said().equals(found.keyData())
                && isMeant.test(line.lot());
    }
}
