package org.lottrace.api.recall.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.PartyId;

/**
 * A customer who received affected goods, and how far the recall has come with them.
 *
 * @param party who
 * @param name for people
 * @param email address for notices; empty when unknown
 * @param phone number for notices; empty when unknown
 * @param lines what they received, by shipment and lot
 * @param notifiedAt when a notice first went out to them
 * @param method how they were told first; empty while they were not
 * @param reminders how often they were reminded
 * @param followUp what is to be done now
 * @param due when the time to answer is over; absent unless it runs or has run out
 * @param answeredAt when they last answered
 */
public record Consignee(
        PartyId party,
        String name,
        String email,
        String phone,
        List<ConsigneeLine> lines,
        Optional<Instant> notifiedAt,
        String method,
        int reminders,
        FollowUp followUp,
        Optional<Instant> due,
        Optional<Instant> answeredAt) {
    public Consignee {
        Objects.requireNonNull(party);
        Objects.requireNonNull(name);
        Objects.requireNonNull(email);
        Objects.requireNonNull(phone);
        lines = List.copyOf(lines);
        Objects.requireNonNull(notifiedAt);
        Objects.requireNonNull(method);
        Objects.requireNonNull(followUp);
        Objects.requireNonNull(due);
        Objects.requireNonNull(answeredAt);
    }
}
