package org.lottrace.edi.asn856.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.LotCapture;
import org.lottrace.api.movement.NoticeClosing;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** A business that only asks for lots where they are not captured at receipt, and keeps the notices. */
record ExpectingReceipts(List<ShipNotice> taken) implements ExpectedReceipts {
    @Override
    public Outcome<RecordedEvent> close(NoticeClosing closing) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Violation> expect(ShipNotice notice, LotCapture lots) {
        List<Violation> missing = IntStream.rangeClosed(1, notice.lines().size())
                .filter(number -> lots == LotCapture.ANNOUNCED
                        && notice.lines().get(number - 1).lotNumber().isBlank())
                .mapToObj(number ->
                        new Violation("LOT_MISSING", ViolationPath.of("lines", number), "the line names no lot"))
                .toList();
        if (missing.isEmpty()) {
            taken.add(notice);
        }
        return missing;
    }

    @Override
    public List<Violation> replace(ShipNotice notice, LotCapture lots) {
        return expect(notice, lots);
    }

    @Override
    public List<Violation> cancel(ShipNoticeId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ExpectedReceipt> find(ShipNoticeId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ExpectedReceipt> open(Optional<ShipNoticeId> after, int limit) {
        throw new UnsupportedOperationException();
    }
}
