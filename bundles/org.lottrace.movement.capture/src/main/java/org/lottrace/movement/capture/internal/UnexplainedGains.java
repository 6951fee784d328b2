package org.lottrace.movement.capture.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * Stock never goes below zero: what the book has too little of for a report was there, or it could not have been taken. It is
 * recorded first, one event for each lot and position, at the time of the report. What is recorded later and had brought it there
 * by then dissolves it: the gain is reversed, and what is still unexplained is recorded anew. What was asked for, and not
 * reported, is refused by the ledger.
 */
final class UnexplainedGains {
    static final String STOCK_UNEXPLAINED = "STOCK_UNEXPLAINED";

    private static final String COST_UNKNOWN = "COST_UNKNOWN";
    private static final String EVENT_ID_TOO_LONG = "EVENT_ID_TOO_LONG";
    private static final String SEQUENCE = "stock.gain";
    private static final String NUMBER_PREFIX = "GAIN-";

    private final Ledger ledger;
    private final LedgerStore events;
    private final StockOnHand stock;
    private final NumberSequences numbers;
    private final CaseOpening cases;
    private final HistoryInForce history;

    UnexplainedGains(Ledger ledger, LedgerStore events, StockOnHand stock, NumberSequences numbers, CaseOpening cases) {
        this.ledger = ledger;
        this.events = events;
        this.stock = stock;
        this.numbers = numbers;
        this.cases = cases;
        this.history = new HistoryInForce(events);
    }

    /** Records what is missing for a report; the stock of the lot is locked. */
    void record(StockLeft.At at, Quantity missing, ViolationPath path, TraceEvent report, Findings findings) {
        EventLine line = new EventLine(
                at.lot(),
                Position.at(Place.unexplained(report.context().site())),
                at.position(),
                missing,
                missing,
                Optional.empty());
        boolean isCostKnown = isCostKnown(at.lot());
        Optional<LinePrice> price = isCostKnown
                ? Optional.empty()
                : lastPrice(at.lot(), report.context().site());
        DocumentReference number = new DocumentReference(
                DocumentType.COUNT_SHEET, String.format("%s%06d", NUMBER_PREFIX, numbers.next(SEQUENCE)));
        if (append(report.context(), report.id(), number, price.map(line::at).orElse(line), findings)) {
            findings.note(
                    new Violation(
                            STOCK_UNEXPLAINED,
                            path,
                            "lot " + at.lot() + " at " + at.position() + ": the book had " + missing
                                    + " too little, which " + number
                                    + " found; record what brought it there, or count the lot"),
                    Optional.of(at.lot()));
            if (!isCostKnown && price.isEmpty()) {
                findings.note(
                        new Violation(
                                COST_UNKNOWN,
                                path,
                                "lot " + at.lot() + " never had a cost, nor has another lot of its item at the site:"
                                        + " what was found is booked at nothing"),
                        Optional.of(at.lot()));
            }
        }
    }

    private boolean append(
            EventContext context, EventId report, DocumentReference number, EventLine line, Findings findings) {
        Optional<EventId> id = free(report);
        if (id.isEmpty()) {
            findings.add(
                    EVENT_ID_TOO_LONG,
                    "id",
                    "the id is too long to number the unexplained gain that belongs to it: give the report a shorter one");
            return false;
        }
        TraceEvent gain = new TraceEvent(
                        context.as(id.get()),
                        EventType.GAIN,
                        List.of(number),
                        Optional.empty(),
                        List.of(line),
                        List.of(),
                        List.of())
                .saying(List.of(KeyDataElement.UNEXPLAINED_FOR.is(new KeyDataValue.Text(report.value()))));
        ledger.appendNew(gain).violations().forEach(findings::add);
        return findings.isEmpty();
    }

    private Optional<EventId> free(EventId of) {
        return of.numbered().filter(id -> ledger.find(id).isEmpty()).findFirst();
    }

    private boolean isCostKnown(LotKey lot) {
        return history.of(List.of(lot)).stream()
                .filter(recorded -> recorded.event().type() != EventType.GAIN)
                .flatMap(recorded -> recorded.event().lines().stream())
                .anyMatch(line -> line.lot().equals(lot) && isInflow(line));
    }

    private static boolean isInflow(EventLine line) {
        return !line.from().place().kind().holdsStock()
                && line.to().place().kind().holdsStock();
    }

    /** Of the lots of the item that are at the site now, as nobody knows where this one came from. */
    private Optional<LinePrice> lastPrice(LotKey lot, SiteId site) {
        Set<LotKey> others =
                stock.ofItem(lot.item(), site).stream().map(StockBalance::lot).collect(Collectors.toSet());
        return history.of(others).stream()
                .sorted(Comparator.comparingLong(RecordedEvent::position).reversed())
                .flatMap(recorded -> recorded.event().lines().stream())
                .filter(line -> line.lot().item().equals(lot.item()) && isInflow(line))
                .flatMap(line -> line.price().stream())
                .findFirst();
    }

    /**
     * Looks before the event is recorded whether it explains a gain, when the stock of its lots is locked and what moved since was
     * read: so nothing is asked twice.
     *
     * @return the lots with gains that happened then or later where the event brings something
     */
    Set<LotKey> explainedBy(TraceEvent event) {
        Map<StockLeft.At, Quantity> brought = brought(event);
        if (brought.isEmpty()) {
            return Set.of();
        }
        Set<LotKey> lots = brought.keySet().stream().map(StockLeft.At::lot).collect(Collectors.toSet());
        Set<LotKey> explained = new HashSet<>();
        events.linesAfter(lots, justBefore(event)).stream()
                .filter(later -> later.line().from().place().kind() == PlaceKind.UNEXPLAINED)
                .filter(later -> brought.containsKey(
                        new StockLeft.At(later.line().lot(), later.line().to())))
                .forEach(later -> explained.add(later.line().lot()));
        return explained;
    }

    /** After the event was recorded. */
    void dissolve(TraceEvent event, Set<LotKey> lots) {
        Findings findings = new Findings(event.context().basis());
        Map<StockLeft.At, Quantity> brought = brought(event);
        for (RecordedEvent gain : history.of(lots)) {
            if (gain.event().type() == EventType.GAIN
                    && gain.event().context().effective().isAfter(justBefore(event))) {
                EventLine line = gain.event().lines().get(0);
                StockLeft.At at = new StockLeft.At(line.lot(), line.to());
                Quantity part = brought.getOrDefault(
                                at, Quantity.zero(line.quantity().unit()))
                        .min(line.quantity());
                if (part.isPositive()) {
                    brought.merge(at, part.negated(), Quantity::plus);
                    dissolve(gain, line.quantity().minus(part), event, findings);
                }
            }
        }
        if (!findings.isEmpty()) {
            throw new IllegalStateException("a gain cannot be dissolved: " + findings.all());
        }
    }

    private void dissolve(RecordedEvent gain, Quantity left, TraceEvent by, Findings findings) {
        EventId report = reportOf(gain.event());
        EventLine line = gain.event().lines().get(0);
        if (left.isPositive()) {
            EventLine rest = new EventLine(line.lot(), line.from(), line.to(), left, left, Optional.empty());
            append(
                    gain.event().context(),
                    report,
                    gain.event().documents().get(0),
                    line.price().map(rest::at).orElse(rest),
                    findings);
        }
        String reason = by.type() + " " + by.id() + " was recorded later and explains it";
        reverse(gain, by.context(), by.id(), reason, findings);
        if (!left.isPositive()) {
            cases.close(report, STOCK_UNEXPLAINED, line.lot(), by.context().actor(), reason);
        }
    }

    /** When the report itself did not happen, nothing has to be explained. */
    void undoneWith(EventId report, TraceEvent reversal) {
        Findings findings = new Findings(reversal.context().basis());
        report.numbered()
                .map(ledger::find)
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .filter(gain -> gain.event().type() == EventType.GAIN
                        && reportOf(gain.event()).equals(report)
                        && history.contains(gain))
                .forEach(gain -> reverse(
                        gain,
                        reversal.context(),
                        reversal.id(),
                        "the report " + report + " was reversed by " + reversal.id(),
                        findings));
        if (!findings.isEmpty()) {
            throw new IllegalStateException("the gain for " + report + " cannot be reversed: " + findings.all());
        }
    }

    private void reverse(RecordedEvent gain, EventContext context, EventId of, String reason, Findings findings) {
        Optional<EventId> id = free(of);
        if (id.isEmpty()) {
            findings.add(
                    EVENT_ID_TOO_LONG, "id", "the id is too long to number what belongs to it: give a shorter one");
            return;
        }
        ledger.appendNew(ReversalEvent.of(
                        gain,
                        context.as(id.get()),
                        reason,
                        history.of(Following.lotsOf(gain.event())),
                        lot -> LotChange.newest(List.of(gain), lot)
                                .map(LotChange::after)
                                .orElse(List.of())))
                .violations()
                .forEach(findings::add);
    }

    private static EventId reportOf(TraceEvent gain) {
        return KeyDatum.find(gain.keyData(), KeyDataElement.UNEXPLAINED_FOR)
                .map(value -> new EventId(value.text()))
                .orElseThrow();
    }

    private static Map<StockLeft.At, Quantity> brought(TraceEvent event) {
        Map<StockLeft.At, Quantity> brought = new HashMap<>();
        if (event.type() != EventType.REVERSE) {
            event.lines().stream()
                    .filter(line -> line.to().place().kind().holdsStock())
                    .forEach(line ->
                            brought.merge(new StockLeft.At(line.lot(), line.to()), line.quantity(), Quantity::plus));
        }
        return brought;
    }

    private static Instant justBefore(TraceEvent event) {
        return event.context().effective().minusNanos(1_000);
    }
}
