package org.lottrace.persistence.internal.order;

import java.util.Optional;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.partner.LongList;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.Questions;

/** An accepted ship notice, locked, of whose lines only some are in memory. Used by one thread. */
final class NoticeInParts {
    private static final int TOGETHER = 2_000;
    private static final String COUNT = "select count(*) from expected_receipt r"
            + " join expected_receipt_line l on l.receipt_id = r.id where r.sender = ? and r.notice_number = ?";
    private static final String SOME =
            NoticeUnderLock.LINES + " and l.part >= ? and l.part < ?" + NoticeUnderLock.IN_ORDER;

    private final CurrentSession current;
    private final ShipNoticeId id;
    private final NoticeUnderLock notice;
    private int size;
    private int from;
    private Optional<ExpectedReceipt> some = Optional.empty();

    private NoticeInParts(CurrentSession current, ShipNoticeId id) {
        this.current = current;
        this.id = id;
        this.notice = new NoticeUnderLock(id);
    }

    static Optional<ExpectedReceipt> lock(CurrentSession current, ShipNoticeId id) {
        NoticeInParts parts = new NoticeInParts(current, id);
        String sender = id.sender().value();
        current.lock(new Questions()
                .lock(NoticeUnderLock.ROW, parts.notice::row, sender, id.number())
                .ask(COUNT, row -> parts.size = row.getInt(1), sender, id.number()));
        return parts.notice.taken().map(parts::withLines);
    }

    private ExpectedReceipt withLines(ExpectedReceipt head) {
        ShipNotice said = head.notice();
        return new ExpectedReceipt(
                said.with(LongList.of(size, i -> part(i).notice().lines().get(i - from))),
                head.site(),
                LongList.of(size, i -> part(i).lines().get(i - from)));
    }

    private ExpectedReceipt part(int index) {
        if (some.isEmpty() || index < from || index >= from + TOGETHER) {
            from = index - index % TOGETHER;
            current.ask(
                    new Questions().ask(SOME, notice::line, id.sender().value(), id.number(), from, from + TOGETHER));
            some = notice.taken();
        }
        return some.orElseThrow();
    }
}
