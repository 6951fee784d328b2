package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final int tolerance;
    private final NoticeDifferences rules;
    private final AnnouncedQuantities announced;
    private final LinesByLot lines;
    private final Map<Integer, Quantity> received = new HashMap<>();
    /** Whatever was in them. */
    private final Set<Sscc> units = new HashSet<>();

    private final List<NoticeDifference> differences = new ArrayList<>();

    private NoticeReconciliation(ExpectedReceipt expected, int tolerance) {
        this.expected = expected;
        this.tolerance = tolerance;
        this.rules = new NoticeDifferences(expected);
        this.announced = new AnnouncedQuantities(expected);
        this.lines = new LinesByLot(expected);
        expected.lines()
                .forEach(line -> received.put(
                        line.number(), Quantity.zero(line.expected().unit())));
    }

    /**
     * @param receipts that were not reversed, in the order of the ledger
     * @param isBegun whether anything had been received when the rest was closed; else nothing is short
     * @param tolerance percent of what was announced of a lot by which more may come
     */
    static ReconciledNotice of(ExpectedReceipt expected, List<TraceEvent> receipts, boolean isBegun, int tolerance) {
        NoticeReconciliation reconciliation = new NoticeReconciliation(expected, tolerance);
        receipts.forEach(receipt -> ReceivedGoods.of(receipt).forEach(goods -> reconciliation.take(receipt, goods)));
        return reconciliation.result(isBegun);
    }

    private void take(TraceEvent receipt, ReceivedGoods came) {
        List<ExpectedReceipt.Line> counting = lines.counting(came.lot(), came.unit());
        came.unit().ifPresent(units::add);
        List<NoticeDifference> found = counting.isEmpty()
                ? rules.ofUnannounced(came.lot().toString(), Optional.of(came.lot()), came.unit())
                : rules.ofGoods(came.lot(), came.expiry(), came.unit(), counting);
        found.forEach(difference -> differences.add(difference.shownBy(receipt.id(), came.quantity())));
        if (!counting.isEmpty()) {
            spread(receipt, came, counting);
        }
    }

    /** What is more than announced counts for the last line, as at the receipt. */
    private void spread(TraceEvent receipt, ReceivedGoods came, List<ExpectedReceipt.Line> counting) {
        Quantity rest = came.quantity();
        for (ExpectedReceipt.Line line : counting) {
            if (rest.isZero()) {
                return;
            }
            Quantity part = rest.min(announced.open(line, received.get(line.number())));
            received.merge(line.number(), part, Quantity::plus);
            rest = rest.minus(part);
        }
        if (rest.isZero()) {
            return;
        }
        ExpectedReceipt.Line last = counting.get(counting.size() - 1);
        received.merge(last.number(), rest, Quantity::plus);
        Quantity over = announced.over(counting, received);
        if (Tolerance.isExceeded(over, announced.of(counting), tolerance)) {
            differences.add(rules.over(came.lot(), came.quantity(), over, last).shownBy(receipt.id(), rest));
        }
    }

    /** @return what has not come of what was announced, expected still or not */
    private Quantity missing(ExpectedReceipt.Line line) {
        return AnnouncedQuantities.notNegative(line.announcedInBase().minus(received.get(line.number())));
    }

    private ReconciledNotice result(boolean isBegun) {
        NoticeState state = state(isBegun);
        if (state == NoticeState.CLOSED && isBegun) {
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

    /** What comes after the closing completes a notice, too. */
    private NoticeState state(boolean isBegun) {
        if (expected.isOpen()) {
            return NoticeState.OPEN;
        }
        boolean isMissing =
                expected.lines().stream().anyMatch(line -> missing(line).isPositive());
        return isGivenUp(expected) && (isMissing || !isBegun) ? NoticeState.CLOSED : NoticeState.COMPLETE;
    }

    /** @return true when something was announced that was closed before it came */
    static boolean isGivenUp(ExpectedReceipt expected) {
        return expected.lines().stream().anyMatch(line -> line.announcedInBase().compareTo(line.expected()) > 0);
    }

    private void addMissing() {
        for (ExpectedReceipt.Line line : expected.lines()) {
            Quantity missing = missing(line);
            if (missing.isPositive()) {
                differences.add(rules.shortBy(missing, line, line.announcedInBase()));
            }
        }
        Set<Sscc> begun = expected.lines().stream()
                .filter(line -> received.get(line.number()).isPositive())
                .flatMap(line -> line.container().stream())
                .collect(Collectors.toSet());
        expected.lines().stream()
                .flatMap(line -> line.container().stream())
                .distinct()
                .filter(unit -> !units.contains(unit) && !begun.contains(unit))
                .forEach(unit -> differences.add(rules.missing(unit)));
    }

    private ReconciledNotice.Line line(ExpectedReceipt.Line line) {
        return new ReconciledNotice.Line(
                line.number(),
                line.item(),
                line.lot().map(Lot::key),
                line.container(),
                line.announcedInBase(),
                received.get(line.number()));
    }
}
