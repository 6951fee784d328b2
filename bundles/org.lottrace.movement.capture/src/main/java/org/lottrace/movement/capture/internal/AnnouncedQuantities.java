package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.Map;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.quantity.Quantity;

/** What the lines of a ship notice announce. A notice that was closed before anything came of its lines announces nothing any more. */
final class AnnouncedQuantities {
    private final boolean isTakenBack;

    AnnouncedQuantities(ExpectedReceipt expected) {
        isTakenBack = expected.lines().stream().allMatch(line -> line.expected().isZero());
    }

    /** @return what counts for the line and is not more than announced; zero or more */
    Quantity open(ExpectedReceipt.Line line, Quantity received) {
        return notNegative(of(line).minus(received));
    }

    /**
     * @param lines at least one, all in one unit
     * @return by how much more has come than announced, of all these lines
     */
    Quantity over(List<ExpectedReceipt.Line> lines, Map<Integer, Quantity> received) {
        return lines.stream()
                .map(line -> received.get(line.number()).minus(of(line)))
                .filter(Quantity::isPositive)
                .reduce(none(lines), Quantity::plus);
    }

    /** @param lines at least one, all in one unit */
    Quantity of(List<ExpectedReceipt.Line> lines) {
        return lines.stream().map(this::of).reduce(none(lines), Quantity::plus);
    }

    static Quantity notNegative(Quantity quantity) {
        return quantity.isNegative() ? Quantity.zero(quantity.unit()) : quantity;
    }

    private Quantity of(ExpectedReceipt.Line line) {
        return isTakenBack ? line.expected() : line.announcedInBase();
    }

    private static Quantity none(List<ExpectedReceipt.Line> lines) {
        return Quantity.zero(lines.get(0).expected().unit());
    }
}
