package org.lottrace.journal.push.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.handover.JournalDelivery;
import org.lottrace.api.handover.JournalReceivers;
import org.lottrace.api.handover.JournalRejection;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what a receiver has not acknowledged, one entry after the other, and notes what the service says of each. What happens to one, and
 * what a kill leaves behind each step:
 *
 * <ol>
 *   <li>taken: the next look takes it again, with the same numbers
 *   <li>sent: the next look sends it again, with the same key, and the service says what it said before
 *   <li>noted as acknowledged or rejected: done
 * </ol>
 *
 * <p>An error of the service itself is tried again with a pause that doubles; after so many tries the entry counts as rejected, so that
 * somebody looks at it. A service that is not reached, busy, or lets nobody in is tried for ever.
 */
final class Pushing {
    private static final Logger LOG = LoggerFactory.getLogger(Pushing.class);
    private static final int AT_A_TIME = 100;
    private static final int MOST_REASON = 2_000;
    private static final int MOST_DOUBLINGS = 7;
    private static final Duration LONGEST = Duration.ofHours(1);

    private final PushSettings settings;
    private final JournalReceivers receivers;
    private final Sending sending;
    private final Caller caller;
    private long tried;
    private int tries;
    private int failures;

    /** Sends the request for an entry. */
    @FunctionalInterface
    interface Sending {
        /** @throws IOException if no request can be made of it */
        Verdict send(JournalDelivery delivery, int entry) throws IOException;
    }

    /** Asked before each entry, and told after it. */
    interface Turn {
        /** @throws IOException when another node has taken over */
        void check() throws IOException;

        /** The service has taken an entry: it is well again, however much is still to come. */
        void taken();
    }

    Pushing(PushSettings settings, JournalReceivers receivers, Sending sending) {
        this.settings = settings;
        this.receivers = receivers;
        this.sending = sending;
        this.caller = new Caller("push to " + settings.receiver(), Set.of(Role.ACCOUNTANT));
    }

    /** @throws IOException if it did not get through; the message says why and that it is tried again */
    void look(Turn turn) throws IOException {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = page(turn);
        }
        failures = 0;
    }

    private boolean page(Turn turn) throws IOException {
        JournalDelivery delivery =
                said(CurrentBooks.of(settings.company(), () -> receivers.take(caller, settings.receiver(), AT_A_TIME)));
        for (int i = 0; i < delivery.entries().size(); i++) {
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            turn.check();
            if (!isSettled(delivery.entries().get(i), sending.send(delivery, i))) {
                // what is behind a rejected entry waits, or not: the next page knows
                return true;
            }
            turn.taken();
        }
        return delivery.more();
    }

    /** @return whether the entry is acknowledged; false when it is rejected */
    private boolean isSettled(JournalEntry entry, Verdict verdict) throws IOException {
        if (verdict instanceof Verdict.Accepted) {
            said(receivers.acknowledge(caller, settings.receiver(), entry.number()));
            failures = 0;
            return true;
        }
        if (verdict instanceof Verdict.Rejected rejected) {
            reject(entry, rejected.reason());
            failures = 0;
            return false;
        }
        Verdict.Unclear unclear = (Verdict.Unclear) verdict;
        if (unclear.isAboutEntry()) {
            tries = tried == entry.number() ? tries + 1 : 1;
            tried = entry.number();
            if (tries >= settings.mostTries()) {
                reject(entry, "given up after " + tries + " tries: " + unclear.reason());
                return false;
            }
        }
        failures++;
        throw new IOException(
                "entry " + entry.number() + " did not get through and is sent again: " + unclear.reason());
    }

    private void reject(JournalEntry entry, String reason) {
        String fitting = reason.length() > MOST_REASON ? reason.substring(0, MOST_REASON) : reason;
        said(receivers.reject(caller, settings.receiver(), entry.number(), fitting));
        tries = 0;
        LOG.warn("journal entry rejected receiver={} entry={}", settings.receiver(), entry.number());
    }

    private static <T> T said(Outcome<T> outcome) {
        return outcome.fold(done -> done, before -> before, refused -> {
            throw new IllegalStateException(
                    "the hand-over refuses: " + refused.get(0).message());
        });
    }

    /** @return until the next look; only the service is given time, not what is wrong here */
    Duration pause() {
        Duration pause = settings.interval().multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration longest = settings.interval().compareTo(LONGEST) > 0 ? settings.interval() : LONGEST;
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    /** @return what was rejected and waits until somebody has it resent, by number */
    static List<JournalRejection> open(JournalReceivers receivers, String receiver) {
        List<JournalRejection> open = new ArrayList<>();
        Optional<JournalRejection> last = Optional.empty();
        do {
            List<JournalRejection> page = receivers.rejections(
                    receiver, last.map(JournalRejection::number).orElse(0L), AT_A_TIME);
            page.stream().filter(JournalRejection::isOpen).forEach(open::add);
            last = page.size() < AT_A_TIME ? Optional.empty() : Optional.of(page.get(page.size() - 1));
        } while (last.isPresent());
        return open;
    }
}
