package org.lottrace.movement.capture.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.NoticeDifference;
import org.lottrace.api.movement.NoticeState;
import org.lottrace.api.movement.ReconciledNotice;
import org.lottrace.api.quantity.Quantity;

/**
 * Holds a ship notice against all receipts of it that count. The same rules as at the receipt ({@link NoticeDifferences}) find the
 * differences, so an exception case and this never disagree. What is short is told when nothing more is expected.
 */
final class NoticeReconciliation {
    private final ExpectedReceipt expected;
    private final Map<Integer, Quantity> announced;
    private final int tolerance;
    private final NoticeDifferences rules;
    private final Map<Integer, Quantity> received = new HashMap<>();
    private final List<NoticeDifference> differences = new ArrayList<>();

    private NoticeReconciliation(ExpectedReceipt expected, Map<Integer, Quantity> announced, int tolerance) {
        this.expected = expected;
        this.announced = announced;
        this.tolerance = tolerance;
        this.rules = new NoticeDifferences(expected);
        expected.lines()
                .forEach(line -> received.put(
                        line.number(), Quantity.zero(line.expected().unit())));
    }

    /**
     * @param announced by number of the line, in its base unit; what was closed is still announced
     * @param receipts that were not reversed, in the order of the ledger
     * @param tolerance percent of what was announced of a lot by which more may come
     */
    static ReconciledNotice of(
            ExpectedReceipt expected, Map<Integer, Quantity> announced, List<TraceEvent> receipts, int tolerance) {
        NoticeReconciliation reconciliation = new NoticeReconciliation(expected, announced, tolerance);
        receipts.forEach(receipt -> receipt.lines().forEach(line -> reconciliation.take(receipt, line)));
        return reconciliation.result(!receipts.isEmpty());
    }

    private void take(TraceEvent receipt, EventLine came) {
        List<ExpectedReceipt.Line> counting = counting(expected, came);
        Optional<Sscc> unit = came.to().container();
        List<NoticeDifference> found = counting.isEmpty()
                ? rules.ofUnannounced(came.lot().toString(), Optional.of(came.lot()), unit)
                : rules.ofGoods(came.lot(), labelled(receipt, came), unit, counting);
        found.forEach(difference -> differences.add(difference.shownBy(receipt.id(), came.quantity())));
        if (!counting.isEmpty()) {
            spread(receipt, came, counting);
        }
    }

    /** What is more than expected counts for the last line, as at the receipt. */
    private void spread(TraceEvent receipt, EventLine came, List<ExpectedReceipt.Line> counting) {
        Quantity rest = came.quantity();
        for (ExpectedReceipt.Line line : counting) {
            Quantity open = line.having(received.get(line.number())).open();
            Quantity part = rest.min(open);
            received.merge(line.number(), part, Quantity::plus);
            rest = rest.minus(part);
        }
        ExpectedReceipt.Line last = counting.get(counting.size() - 1);
        received.merge(last.number(), rest, Quantity::plus);
        Quantity over = over(counting, received);
        if (rest.isPositive() && Tolerance.isExceeded(over, expectedOf(counting), tolerance)) {
            differences.add(rules.over(came.lot(), came.quantity(), over, last).shownBy(receipt.id(), rest));
        }
    }

    /** @return by how much more has come than expected, of all these lines */
    static Quantity over(List<ExpectedReceipt.Line> counting, Map<Integer, Quantity> received) {
        Quantity none = Quantity.zero(counting.get(0).expected().unit());
        return counting.stream()
                .map(line -> received.get(line.number()).minus(line.expected()))
                .filter(Quantity::isPositive)
                .reduce(none, Quantity::plus);
    }

    static Quantity expectedOf(List<ExpectedReceipt.Line> counting) {
        Quantity none = Quantity.zero(counting.get(0).expected().unit());
        return counting.stream().map(ExpectedReceipt.Line::expected).reduce(none, Quantity::plus);
    }

    /** Lines that name the lot come first, then those in the same logistic unit. A line that names no lot counts any of its item. */
    private static List<ExpectedReceipt.Line> counting(ExpectedReceipt expected, EventLine came) {
        return expected.lines().stream()
                .filter(line -> line.lot()
                        .map(lot -> lot.key().equals(came.lot()))
                        .orElseGet(() -> line.item().equals(came.lot().item())))
                .sorted(Comparator.comparing(
                                (ExpectedReceipt.Line line) -> line.lot().isEmpty())
                        .thenComparing(
                                line -> !line.container().equals(came.to().container())))
                .toList();
    }

    /** @return the expiry on the label: recorded where it is not as announced, else that with which the lot was registered */
    private static Optional<LocalDate> labelled(TraceEvent receipt, EventLine came) {
        return KeyDatum.find(came.keyData(), KeyDataElement.EXPIRY_DATE)
                .map(KeyDataValue::text)
                .map(LocalDate::parse)
                .or(() -> receipt.lotChanges().stream()
                        .filter(change -> change.lot().equals(came.lot()))
                        .findFirst()
                        .map(LotChange::toLot)
                        .flatMap(Lot::expiry));
    }

    private ReconciledNotice result(boolean hasCome) {
        boolean isGivenUp = expected.lines().stream()
                .anyMatch(line -> announced.get(line.number()).compareTo(line.expected()) > 0);
        NoticeState state =
                expected.isOpen() ? NoticeState.OPEN : isGivenUp ? NoticeState.CLOSED : NoticeState.COMPLETE;
        if (state == NoticeState.CLOSED && hasCome) {
            addMissing();
        }
        return new ReconciledNotice(
                expected.notice().id(),
                expected.notice().shipDate(),
                expected.site(),
                state,
                expected.lines().stream().map(this::line).toList(),
                differences);
    }

    private void addMissing() {
        for (ExpectedReceipt.Line line : expected.lines()) {
            Quantity all = announced.get(line.number());
            Quantity missing = all.minus(line.expected());
            if (missing.isPositive()) {
                differences.add(rules.shortBy(missing, line, all));
            }
        }
        unitsNotCome(expected, received).forEach(unit -> differences.add(rules.missing(unit)));
    }

    /** @return the logistic units of which no line has received anything */
    static List<Sscc> unitsNotCome(ExpectedReceipt expected, Map<Integer, Quantity> received) {
        return expected.lines().stream()
                .flatMap(line -> line.container().stream())
                .distinct()
                .filter(unit -> expected.lines().stream()
                        .filter(line -> line.container().equals(Optional.of(unit)))
                        .noneMatch(line -> received.get(line.number()).isPositive()))
                .toList();
    }

    private ReconciledNotice.Line line(ExpectedReceipt.Line line) {
        return new ReconciledNotice.Line(
                line.number(),
                line.item(),
                line.lot().map(Lot::key),
                line.container(),
                announced.get(line.number()),
                received.get(line.number()));
    }
}
