package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Map<Integer, Quantity> received = new HashMap<>();
    /** Whatever was in them. */
    private final Set<Sscc> units = new HashSet<>();

    private final List<NoticeDifference> differences = new ArrayList<>();

    private NoticeReconciliation(ExpectedReceipt expected, int tolerance) {
        this.expected = expected;
        this.tolerance = tolerance;
        this.rules = new NoticeDifferences(expected);
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
        List<ExpectedReceipt.Line> counting = counting(expected, came);
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
            Quantity part = rest.min(open(expected, line, received.get(line.number())));
            received.merge(line.number(), part, Quantity::plus);
            rest = rest.minus(part);
        }
        ExpectedReceipt.Line last = counting.get(counting.size() - 1);
        received.merge(last.number(), rest, Quantity::plus);
        Quantity over = over(expected, counting, received);
        if (rest.isPositive() && Tolerance.isExceeded(over, announcedOf(expected, counting), tolerance)) {
            differences.add(rules.over(came.lot(), came.quantity(), over, last).shownBy(receipt.id(), rest));
        }
    }

    /** @return what counts for the line and is not more than announced; zero or more */
    static Quantity open(ExpectedReceipt expected, ExpectedReceipt.Line line, Quantity received) {
        return notNegative(announced(expected, line).minus(received));
    }

    /** @return by how much more has come than announced, of all these lines */
    static Quantity over(
            ExpectedReceipt expected, List<ExpectedReceipt.Line> counting, Map<Integer, Quantity> received) {
        Quantity none = Quantity.zero(counting.get(0).expected().unit());
        return counting.stream()
                .map(line -> received.get(line.number()).minus(announced(expected, line)))
                .filter(Quantity::isPositive)
                .reduce(none, Quantity::plus);
    }

    static Quantity announcedOf(ExpectedReceipt expected, List<ExpectedReceipt.Line> counting) {
        Quantity none = Quantity.zero(counting.get(0).expected().unit());
        return counting.stream().map(line -> announced(expected, line)).reduce(none, Quantity::plus);
    }

    /** A notice that was closed before anything came of its lines announces nothing any more. */
    private static Quantity announced(ExpectedReceipt expected, ExpectedReceipt.Line line) {
        return expected.lines().stream().allMatch(one -> one.expected().isZero())
                ? line.expected()
                : line.announcedInBase();
    }

    private static Quantity notNegative(Quantity quantity) {
        return quantity.isNegative() ? Quantity.zero(quantity.unit()) : quantity;
    }

    /** @return what has not come of what was announced, expected still or not */
    private Quantity missing(ExpectedReceipt.Line line) {
        return notNegative(line.announcedInBase().minus(received.get(line.number())));
    }

    /** Lines that name the lot come first, then those in the same logistic unit. A line that names no lot counts any of its item. */
    private static List<ExpectedReceipt.Line> counting(ExpectedReceipt expected, ReceivedGoods came) {
        return expected.lines().stream()
                .filter(line -> line.lot()
                        .map(lot -> lot.key().equals(came.lot()))
                        .orElseGet(() -> line.item().equals(came.lot().item())))
                .sorted(Comparator.comparing(
                                (ExpectedReceipt.Line line) -> line.lot().isEmpty())
                        .thenComparing(line -> !line.container().equals(came.unit())))
                .toList();
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
        expected.lines().stream()
                .flatMap(line -> line.container().stream())
                .distinct()
                .filter(unit -> !units.contains(unit) && nothingCame(unit))
                .forEach(unit -> differences.add(rules.missing(unit)));
    }

    private boolean nothingCame(Sscc unit) {
        return expected.lines().stream()
                .filter(line -> line.container().equals(Optional.of(unit)))
                .noneMatch(line -> received.get(line.number()).isPositive());
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
