package org.lottrace.handover.internal.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.handover.JournalReceiver;
import org.lottrace.api.handover.JournalReceivers;
import org.lottrace.api.handover.JournalRejection;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.violation.Reason;
import org.lottrace.api.violation.Violation;

/**
 * What may be sent, acknowledged and rejected.
 *
 * @param waits whether all that is behind a rejected entry waits with it
 */
record DeliveryRules(boolean waits) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,29}");
    private static final int MOST_REJECTED = 1_000;
    private static final String ENTRY = "entry";

    List<Violation> take(String receiver, int most) {
        List<Violation> problems = new ArrayList<>();
        if (!NAME.matcher(receiver).matches()) {
            problems.add(new Violation(
                    JournalReceivers.RECEIVER_NAME_WRONG,
                    "receiver",
                    "a receiver is called by 1 to 30 letters, digits, dots, hyphens and underscores, not \"" + receiver
                            + "\""));
        }
        if (most < 1 || most > JournalReceivers.MOST_ENTRIES) {
            problems.add(new Violation(
                    JournalReceivers.ENTRY_COUNT_WRONG,
                    "most",
                    "ask for 1 to " + JournalReceivers.MOST_ENTRIES + " entries at a time, not " + most));
        }
        return problems;
    }

    /** @return the entry behind which nothing is sent */
    Optional<JournalRejection> waitsFor(List<JournalRejection> open) {
        return waits ? open.stream().findFirst() : Optional.empty();
    }

    boolean isSent(JournalEntry entry, JournalReceiver to, List<JournalRejection> open) {
        return entry.number() > to.acknowledged()
                && waitsFor(open)
                        .filter(first -> first.entry() <= entry.number())
                        .isEmpty()
                && open.stream().noneMatch(rejected -> rejected.entry() == entry.number());
    }

    List<Violation> acknowledge(JournalReceiver receiver, long entry, List<JournalRejection> open) {
        if (entry > receiver.sent()) {
            return List.of(notSent(receiver, entry));
        }
        return waitsFor(open).filter(first -> first.entry() <= entry).stream()
                .map(first -> new Violation(
                        JournalReceivers.ENTRY_REJECTED,
                        ENTRY,
                        "entry " + first.entry() + " is rejected (" + first.reason()
                                + "); have it resent, or acknowledge up to " + (first.entry() - 1)))
                .toList();
    }

    List<Violation> reject(JournalReceiver receiver, long entry, String reason, List<JournalRejection> open) {
        List<Violation> problems = new ArrayList<>();
        problems.addAll(Reason.problems(reason, "say why the entry is rejected"));
        if (entry < 1 || entry > receiver.sent()) {
            problems.add(notSent(receiver, entry));
        } else if (entry <= receiver.acknowledged()) {
            problems.add(new Violation(
                    JournalReceivers.ENTRY_ACKNOWLEDGED,
                    ENTRY,
                    receiver.name() + " has acknowledged all entries up to " + receiver.acknowledged()
                            + "; book what is wrong the other way round"));
        } else if (open.size() >= MOST_REJECTED) {
            problems.add(new Violation(
                    JournalReceivers.TOO_MANY_REJECTED,
                    ENTRY,
                    receiver.name() + " has " + open.size()
                            + " entries rejected that were not resent: mend the cause, and have them"
                            + " resent, before more are rejected"));
        } else if (open.stream().anyMatch(rejected -> rejected.entry() == entry)) {
            problems.add(new Violation(
                    JournalReceivers.ENTRY_REJECTED,
                    ENTRY,
                    "entry " + entry + " is rejected for another reason already; have it resent first"));
        }
        return problems;
    }

    List<Violation> resend(JournalReceiver receiver, long from) {
        return from < 1 || from > receiver.sent() + 1 ? List.of(notSent(receiver, from)) : List.of();
    }

    private static Violation notSent(JournalReceiver receiver, long entry) {
        return new Violation(
                JournalReceivers.ENTRY_NOT_SENT,
                ENTRY,
                receiver.name() + " was given entries up to " + receiver.sent() + ", not " + entry);
    }

    static Violation noKeeper(PartyId company) {
        return new Violation(
                "COMPANY_UNKNOWN",
                "company",
                "company " + company + " keeps no books of its own: leave it out for the common books");
    }

    static Violation ofOthers(String receiver, Optional<PartyId> company) {
        return new Violation(
                JournalReceivers.RECEIVER_OF_OTHER_BOOKS,
                "company",
                receiver + " gets the journal of "
                        + company.map(keeper -> "company " + keeper).orElse("the common books")
                        + ": give the other books a receiver of their own");
    }

    static Violation notOfIts(String receiver, long entry) {
        return new Violation(JournalReceivers.ENTRY_NOT_SENT, ENTRY, receiver + " was never given entry " + entry);
    }

    static Violation unknown(String receiver) {
        return new Violation(
                JournalReceivers.RECEIVER_UNKNOWN,
                "receiver",
                "\"" + receiver + "\" has taken no entry yet: look at how it is written, or let it take some first");
    }
}
