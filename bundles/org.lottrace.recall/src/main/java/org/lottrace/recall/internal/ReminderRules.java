package org.lottrace.recall.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.lottrace.api.recall.RecallClass;
import org.lottrace.api.recall.report.FollowUp;

/**
 * When a consignee who does not answer is reminded, and when that is enough. 21 CFR 7.49(c)(2) asks for a follow-up and gives no
 * times: a day for class I, three for class II, a week for class III.
 */
final class ReminderRules {
    static final int REMINDERS = 3;

    private ReminderRules() {}

    /** How far it has come with a consignee. */
    record Contact(boolean settled, boolean toldAboutEverything, Optional<Instant> lastTold, int reminders) {}

    static Duration timeToAnswer(RecallClass recallClass) {
        return switch (recallClass) {
            case I -> Duration.ofDays(1);
            case II -> Duration.ofDays(3);
            case III -> Duration.ofDays(7);
        };
    }

    static FollowUp followUp(Contact contact, RecallClass recallClass, Instant now) {
        if (contact.settled()) {
            return FollowUp.SETTLED;
        }
        if (!contact.toldAboutEverything() || contact.lastTold().isEmpty()) {
            return FollowUp.NOT_TOLD;
        }
        if (now.isBefore(due(contact, recallClass).orElseThrow())) {
            return FollowUp.WAITING;
        }
        return contact.reminders() < REMINDERS ? FollowUp.REMINDER_DUE : FollowUp.ESCALATED;
    }

    /** @return when the time to answer is over; empty when nothing is waited for */
    static Optional<Instant> due(Contact contact, RecallClass recallClass) {
        return contact.settled()
                ? Optional.empty()
                : contact.lastTold().map(told -> told.plus(timeToAnswer(recallClass)));
    }
}
