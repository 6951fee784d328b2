package org.lottrace.movement.capture.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.CaptureSource;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.NoticeClosing;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.violation.Violation;

/** A sender may replace a ship notice or take it back as long as nothing of it has come; what has come is a fact of its own. */
final class NoticeChanges {
    private static final String NUMBER = "number";

    private final ExpectedReceiptStore receipts;
    private final CloseNotice closing;
    private final Clock clock;

    NoticeChanges(ExpectedReceiptStore receipts, CloseNotice closing, Clock clock) {
        this.receipts = receipts;
        this.closing = closing;
        this.clock = clock;
    }

    /** @return why another content cannot take the place of this one; empty when it can */
    List<Violation> check(ExpectedReceipt known) {
        if (isReceived(known)) {
            return List.of(received(known.notice().id()));
        }
        return known.isOpen()
                ? List.of()
                : List.of(new Violation(
                        "NOTICE_CLOSED",
                        NUMBER,
                        "ship notice " + known.notice().id()
                                + " was cancelled or closed: a new notice needs a new number"));
    }

    List<Violation> cancel(ShipNoticeId id) {
        Optional<ExpectedReceipt> known = receipts.lock(id);
        if (known.isEmpty()) {
            return List.of(new Violation(
                    "NOTICE_UNKNOWN", NUMBER, "ship notice " + id + " is unknown, so there is nothing to cancel"));
        }
        if (isReceived(known.get())) {
            return List.of(received(id));
        }
        return known.get().isOpen() ? closed(known.get()) : List.of();
    }

    private List<Violation> closed(ExpectedReceipt open) {
        ShipNoticeId id = open.notice().id();
        String sender = id.sender().value();
        CaptureContext context = new CaptureContext(
                new EventId(UUID.nameUUIDFromBytes(("cancelled " + id).getBytes(StandardCharsets.UTF_8))
                        .toString()),
                clock.instant(),
                Optional.empty(),
                sender,
                "",
                "",
                open.site(),
                CaptureSource.EDI,
                Optional.empty());
        Outcome<RecordedEvent> outcome = closing.close(new NoticeClosing(context, id, "cancelled by " + sender));
        return outcome.<List<Violation>>fold(done -> List.of(), violations -> violations);
    }

    private static boolean isReceived(ExpectedReceipt known) {
        return known.lines().stream().anyMatch(line -> line.received().isPositive());
    }

    private static Violation received(ShipNoticeId id) {
        return new Violation(
                "NOTICE_RECEIVED",
                NUMBER,
                "something of ship notice " + id + " has been received; call us about the difference");
    }
}
