package org.lottrace.edi.asn856.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.NoticeClosing;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.violation.Violation;

/** A business that has nothing against any notice and keeps them. */
record ExpectingReceipts(List<ShipNotice> taken) implements ExpectedReceipts {
    @Override
    public Outcome<RecordedEvent> close(NoticeClosing closing) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Violation> expect(ShipNotice notice) {
        taken.add(notice);
        return List.of();
    }

    @Override
    public List<Violation> replace(ShipNotice notice) {
        return expect(notice);
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
