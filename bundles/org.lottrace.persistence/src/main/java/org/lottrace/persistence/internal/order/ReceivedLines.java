package org.lottrace.persistence.internal.order;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.seal.SealedRecord;
import org.lottrace.persistence.internal.seal.StagedSeals;

/** What has come of the lines of a ship notice, written without the rest of it. */
final class ReceivedLines {
    private final CurrentSession current;
    private final long id;

    ReceivedLines(CurrentSession current, long id) {
        this.current = current;
        this.id = id;
    }

    static boolean isAllThatChanged(ExpectedReceipt before, ExpectedReceipt now) {
        return before.notice().equals(now.notice())
                && before.site().equals(now.site())
                && before.lines().size() == now.lines().size()
                && IntStream.range(0, now.lines().size())
                        .allMatch(part ->
                                isSame(before.lines().get(part), now.lines().get(part)));
    }

    private static boolean isSame(ExpectedReceipt.Line before, ExpectedReceipt.Line now) {
        return before.having(now.received()).equals(now);
    }

    /** Written, and sealed, with what else the unit of work writes. */
    void write(ExpectedReceipt before, ExpectedReceipt now) {
        Set<Integer> changed = IntStream.range(0, now.lines().size())
                .filter(part -> !before.lines().get(part).equals(now.lines().get(part)))
                .boxed()
                .collect(Collectors.toSet());
        boolean isOtherwise = before.isOpen() != now.isOpen();
        current.stage(StagedReceived.class, StagedReceived::new, staged -> {
            changed.forEach(
                    part -> staged.received(id, part, now.lines().get(part).received()));
            if (isOtherwise) {
                staged.open(id, now.isOpen());
            }
        });
        ExpectedReceiptEntity row = new ExpectedReceiptEntity(now);
        row.id = id;
        StagedSeals.writesSome(
                current,
                row,
                one -> one.record() == SealedRecord.EXPECTED_LINE
                        ? changed.contains(one.key().part())
                        : isOtherwise);
    }
}
