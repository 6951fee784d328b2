package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.Set;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.exceptioncase.Noted;
import org.lottrace.api.movement.DifferenceKind;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.ReconciledNotice;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** The cases of what did not come of a notice that was closed: whatever comes or is reversed afterwards changes them. */
final class ShortCases {
    private static final Set<String> CODES =
            Set.of(DifferenceKind.NOTICE_SHORT.code(), DifferenceKind.UNIT_NOT_COME.code());
    private static final String BY = "LotTrace";

    private final CaseOpening cases;
    private final ReconciledNotices reconciled;

    ShortCases(Ledger ledger, CaseOpening cases) {
        this.cases = cases;
        this.reconciled = new ReconciledNotices(ledger, 0); // the tolerance is about what is more
    }

    /** @return what did not come */
    static List<Noted> missing(ReconciledNotice notice) {
        return notice.differences().stream()
                .filter(difference -> CODES.contains(difference.kind().code()))
                .map(difference -> new Noted(
                        new Violation(
                                difference.kind().code(),
                                difference.line().map(Findings::line).orElseGet(() -> ViolationPath.of("notice")),
                                difference.message()),
                        difference.lot()))
                .toList();
    }

    /** After a receipt of the notice, or its reversal, was recorded. Asks nothing unless the rest of the notice was closed. */
    void follow(ExpectedReceipt expected) {
        if (NoticeReconciliation.isGivenUp(expected)) {
            List<RecordedEvent> events = reconciled.of(expected.notice().id());
            ReconciledNotices.closing(events)
                    .map(RecordedEvent::event)
                    .ifPresent(closing -> cases.renew(
                            closing.id(),
                            closing.context().site(),
                            open -> CODES.contains(open.code()),
                            missing(reconciled.of(expected, events)),
                            BY,
                            "receipts and reversals after the closing changed what did not come"));
        }
    }
}
