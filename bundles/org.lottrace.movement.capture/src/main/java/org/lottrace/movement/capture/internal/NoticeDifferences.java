package org.lottrace.movement.capture.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.DifferenceKind;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.NoticeDifference;
import org.lottrace.api.quantity.Quantity;

/**
 * What is a difference from a ship notice: the one rule for receipts, for the closing of a notice, and for looking at it later. What came
 * is true whatever was announced, so a difference refuses nothing; it is recorded with the event, and somebody looks after it.
 */
final class NoticeDifferences {
    private final ExpectedReceipt expected;

    NoticeDifferences(ExpectedReceipt expected) {
        this.expected = expected;
    }

    /**
     * @param expiry on the label
     * @param unit in which the goods came
     * @param counting the lines of the notice that count the goods, at least one
     */
    List<NoticeDifference> ofGoods(
            LotKey lot, Optional<LocalDate> expiry, Optional<Sscc> unit, List<ExpectedReceipt.Line> counting) {
        return Stream.concat(
                        expiry.flatMap(day -> otherExpiry(lot, day, counting)).stream(),
                        unit
                                .filter(came -> counting.stream()
                                        .noneMatch(line -> line.container().equals(Optional.of(came))))
                                .flatMap(came -> otherUnit(came, lot, counting))
                                .stream())
                .toList();
    }

    /** @return the expiry on the label when it is not one that these lines announce */
    Optional<LocalDate> otherExpiry(LotKey lot, Optional<LocalDate> expiry, List<ExpectedReceipt.Line> counting) {
        return expiry.filter(day -> otherExpiry(lot, day, counting).isPresent());
    }

    /**
     * Goods of no line.
     *
     * @param said the lot as the receipt names it
     * @param lot which it is, when that is known
     */
    List<NoticeDifference> ofUnannounced(String said, Optional<LotKey> lot, Optional<Sscc> unit) {
        List<NoticeDifference> differences = new ArrayList<>();
        differences.add(difference(
                DifferenceKind.LOT_NOT_ANNOUNCED,
                Optional.empty(),
                lot,
                unit,
                notice() + " does not announce lot " + said + ": check the label, or ask the supplier for a notice"));
        unit.filter(came -> !lotsIn(came).isEmpty())
                .ifPresent(came -> differences.add(
                        difference(DifferenceKind.LOT_SWAPPED, Optional.empty(), lot, unit, swapped(came, said))));
        return differences;
    }

    /**
     * @param came how much is said to have come, with what is more than announced
     * @param more than is still announced
     * @param last the line that counts what is more
     */
    NoticeDifference over(LotKey lot, Quantity came, Quantity more, ExpectedReceipt.Line last) {
        return new NoticeDifference(
                DifferenceKind.OVER_RECEIPT,
                Optional.empty(),
                Optional.of(last.number()),
                Optional.of(lot),
                Optional.empty(),
                Optional.of(more),
                came + " of lot " + lot + " is " + more + " more than " + notice()
                        + " still announces: receive what was announced, and ask the supplier");
    }

    /** @param announced in the base unit */
    NoticeDifference shortBy(Quantity missing, ExpectedReceipt.Line line, Quantity announced) {
        return new NoticeDifference(
                DifferenceKind.NOTICE_SHORT,
                Optional.empty(),
                Optional.of(line.number()),
                line.lot().map(Lot::key),
                line.container(),
                Optional.of(missing),
                missing + " of "
                        + line.lot().map(lot -> "lot " + lot.key()).orElse("item " + line.item())
                        + " did not come of the " + announced + " that " + notice()
                        + " announces: ask the supplier for a credit note");
    }

    NoticeDifference missing(Sscc unit) {
        return difference(
                DifferenceKind.UNIT_NOT_COME,
                Optional.empty(),
                Optional.empty(),
                Optional.of(unit),
                "nothing came of logistic unit " + unit + ", which " + notice()
                        + " announces: look for it at the gate, and ask the carrier");
    }

    private Optional<NoticeDifference> otherExpiry(LotKey lot, LocalDate expiry, List<ExpectedReceipt.Line> counting) {
        Set<LocalDate> announced =
                counting.stream().flatMap(line -> announced(line).stream()).collect(Collectors.toSet());
        return announced.isEmpty() || announced.contains(expiry)
                ? Optional.empty()
                : Optional.of(difference(
                        DifferenceKind.EXPIRY_NOT_AS_ANNOUNCED,
                        Optional.of(counting.get(0).number()),
                        Optional.of(lot),
                        Optional.empty(),
                        "lot " + lot + " expires on " + expiry + " by its label, and " + notice() + " announces "
                                + announced.stream().sorted().toList()
                                + ": look at the goods, and ask the supplier"));
    }

    private Optional<NoticeDifference> otherUnit(Sscc unit, LotKey lot, List<ExpectedReceipt.Line> counting) {
        Optional<Integer> line = Optional.of(counting.get(0).number());
        if (!lotsIn(unit).isEmpty()) {
            return Optional.of(difference(
                    DifferenceKind.LOT_SWAPPED,
                    line,
                    Optional.of(lot),
                    Optional.of(unit),
                    swapped(unit, lot.toString())));
        }
        String units = counting.stream()
                .flatMap(announced -> announced.container().stream())
                .map(Sscc::value)
                .distinct()
                .collect(Collectors.joining(", "));
        return units.isEmpty()
                ? Optional.empty()
                : Optional.of(difference(
                        DifferenceKind.UNIT_NOT_AS_ANNOUNCED,
                        line,
                        Optional.of(lot),
                        Optional.of(unit),
                        "lot " + lot + " came in logistic unit " + unit + ", and " + notice() + " announces it in "
                                + units + ": check the labels"));
    }

    private static NoticeDifference difference(
            DifferenceKind kind, Optional<Integer> line, Optional<LotKey> lot, Optional<Sscc> unit, String message) {
        return new NoticeDifference(kind, Optional.empty(), line, lot, unit, Optional.empty(), message);
    }

    private String swapped(Sscc unit, String came) {
        return "logistic unit " + unit + " holds lot " + came + ", and " + notice() + " announces in it "
                + lotsIn(unit).stream().map(LotKey::toString).sorted().collect(Collectors.joining(", "))
                + ": check the labels, and ask the supplier";
    }

    private Set<LotKey> lotsIn(Sscc unit) {
        return expected.lines().stream()
                .filter(line -> line.container().equals(Optional.of(unit)))
                .flatMap(line -> line.lot().stream())
                .map(Lot::key)
                .collect(Collectors.toSet());
    }

    private Optional<LocalDate> announced(ExpectedReceipt.Line line) {
        return line.lot()
                .map(Lot::expiry)
                .orElseGet(
                        () -> expected.notice().lines().get(line.number() - 1).expiry());
    }

    private String notice() {
        return "ship notice " + expected.notice().id();
    }
}
