package org.lottrace.soap.accounting.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.handover.JournalDelivery;
import org.lottrace.api.handover.JournalReceiver;
import org.lottrace.api.handover.JournalReceivers;
import org.lottrace.api.handover.JournalRejection;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;

/** A receiver that was given the two entries of the bakery; what one does is tried with the service itself. */
final class BakeryReceivers implements JournalReceivers {
    @Override
    public Outcome<JournalDelivery> take(Caller caller, String receiver, int most) {
        JournalRejection rejected = rejection(caller, receiver, 3, "no such account");
        return most > MOST_ENTRIES
                ? new Outcome.Refused<>(List.of(
                        new Violation(RECEIVER_NAME_WRONG, "receiver", "no name"),
                        new Violation(ENTRY_COUNT_WRONG, "most", "too many")))
                : new Outcome.Done<>(new JournalDelivery(
                        receiver(caller, receiver, 0),
                        new BakeryCosting().journal(0, most),
                        BakeryNumbers.of(new BakeryCosting().journal(0, most)),
                        Optional.of(rejected),
                        true));
    }

    @Override
    public Outcome<JournalReceiver> acknowledge(Caller caller, String receiver, long entry) {
        return entry > 2
                ? new Outcome.Refused<>(List.of(new Violation(ENTRY_NOT_SENT, "entry", "never given")))
                : new Outcome.AlreadyDone<>(receiver(caller, receiver, entry));
    }

    @Override
    public Outcome<JournalRejection> reject(Caller caller, String receiver, long entry, String reason) {
        return new Outcome.Done<>(rejection(caller, receiver, entry, reason));
    }

    @Override
    public Outcome<JournalReceiver> resend(Caller caller, String receiver, long from) {
        return new Outcome.Done<>(receiver(caller, receiver, from - 1));
    }

    @Override
    public List<JournalReceiver> list(Optional<String> after, int limit) {
        return List.of();
    }

    @Override
    public List<JournalRejection> rejections(String receiver, long after, int limit) {
        return List.of();
    }

    private static JournalReceiver receiver(Caller caller, String name, long acknowledged) {
        return new JournalReceiver(name, CurrentBooks.company(), 2, acknowledged, caller.name(), Bakery.NOW);
    }

    private static JournalRejection rejection(Caller caller, String receiver, long entry, String reason) {
        return new JournalRejection(7, receiver, entry, reason, caller.name(), Bakery.NOW, Optional.empty());
    }
}
