package org.lottrace.api.movement;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.lottrace.api.id.PartyId;

/**
 * How a supplier's ship notices of one month held true. Notices of which nothing came and that were closed or cancelled do not count.
 *
 * @param supplier whose notices
 * @param month its first day; a notice belongs to the month of its ship date
 * @param notices how many there are
 * @param timed of how many of them it is known when they came
 * @param onTime how many of these came in time: before the agreed hour, where one was agreed, and before the first receipt of their goods
 * @param complete of how many all that was announced has come
 * @param withoutDifference how many are ended without any difference
 * @param differences how many differences of each kind there were; none of a kind is not named
 */
public record PartnerScore(
        PartyId supplier,
        LocalDate month,
        int notices,
        int timed,
        int onTime,
        int complete,
        int withoutDifference,
        List<Count> differences) {
    public PartnerScore {
        Objects.requireNonNull(supplier);
        Objects.requireNonNull(month);
        differences = List.copyOf(differences);
    }

    /**
     * Differences of one kind.
     *
     * @param kind what differs
     * @param number how many, 1 or more
     */
    public record Count(DifferenceKind kind, int number) {
        public Count {
            Objects.requireNonNull(kind);
        }
    }
}
