package org.lottrace.movement.capture.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * Holds what came against what was announced of it: its expiry and its logistic unit. What came is true whatever was announced, so a
 * difference refuses nothing; it is recorded with the event, and somebody looks after it.
 */
final class NoticeReconciliation {
    private static final String EXPIRY_NOT_AS_ANNOUNCED = "EXPIRY_NOT_AS_ANNOUNCED";
    private static final String UNIT_NOT_AS_ANNOUNCED = "UNIT_NOT_AS_ANNOUNCED";
    private static final String LOT_SWAPPED = "LOT_SWAPPED";

    private final ExpectedReceipt expected;

    NoticeReconciliation(ExpectedReceipt expected) {
        this.expected = expected;
    }

    /** @param counting the lines of the notice that count the goods */
    void check(Receipt.Line came, Lot lot, List<ExpectedReceipt.Line> counting, ViolationPath path, Findings findings) {
        Set<LocalDate> expiries =
                counting.stream().flatMap(line -> announced(line).stream()).collect(Collectors.toSet());
        if (came.expiry().isPresent()
                && !expiries.isEmpty()
                && !expiries.contains(came.expiry().get())) {
            findings.note(
                    new Violation(
                            EXPIRY_NOT_AS_ANNOUNCED,
                            path.then("expiry"),
                            "lot " + lot.key() + " expires on "
                                    + came.expiry().get() + " by its label, and ship notice "
                                    + expected.notice().id() + " announces "
                                    + expiries.stream().sorted().toList()
                                    + ": look at the goods, and ask the supplier"),
                    Optional.of(lot.key()));
        }
        came.container()
                .filter(unit ->
                        counting.stream().noneMatch(line -> line.container().equals(Optional.of(unit))))
                .ifPresent(unit -> otherUnit(unit, lot.key(), counting, path, findings));
    }

    /** Goods of no line: what was announced in their logistic unit is another lot. */
    void checkUnannounced(Receipt.Line came, ViolationPath path, Findings findings) {
        came.container()
                .filter(unit -> !lotsIn(unit).isEmpty())
                .ifPresent(unit -> findings.note(new Violation(
                        LOT_SWAPPED, path.then("lot"), swapped(unit, came.lot().toString()))));
    }

    private void otherUnit(
            Sscc unit, LotKey lot, List<ExpectedReceipt.Line> counting, ViolationPath path, Findings findings) {
        if (!lotsIn(unit).isEmpty()) {
            findings.note(
                    new Violation(LOT_SWAPPED, path.then("lot"), swapped(unit, lot.toString())), Optional.of(lot));
        } else if (counting.stream().anyMatch(line -> line.container().isPresent())) {
            String units = counting.stream()
                    .flatMap(line -> line.container().stream())
                    .map(Sscc::value)
                    .distinct()
                    .collect(Collectors.joining(", "));
            findings.note(
                    new Violation(
                            UNIT_NOT_AS_ANNOUNCED,
                            path.then("container"),
                            "lot " + lot + " came in logistic unit " + unit + ", and ship notice "
                                    + expected.notice().id() + " announces it in " + units + ": check the labels"),
                    Optional.of(lot));
        }
    }

    private String swapped(Sscc unit, String came) {
        return "logistic unit " + unit + " holds lot " + came + ", and ship notice "
                + expected.notice().id() + " announces in it "
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
}
