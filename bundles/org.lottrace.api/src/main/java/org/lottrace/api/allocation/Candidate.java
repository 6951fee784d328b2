package org.lottrace.api.allocation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.Position;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;

/**
 * A stock position that was looked at for an order line, in the order in which it was looked at.
 *
 * @param lot which lot
 * @param position where
 * @param expiry its expiry, when it has one
 * @param available stock less reservations, in the base unit, before this line took from it
 * @param taken what the line took now, in the base unit; zero when it was passed over
 * @param reasons why it could not be taken: those of {@link org.lottrace.api.quality.Usability}, and
 *     {@code LOCATION_NOT_ALLOCATABLE} or {@code FULLY_RESERVED}; {@code LOTS_DISAGREE} when the line has lots that say something else in the
 *     attribute in which a rule wants them to agree, {@code OTHER_LOTS_AGREE} when other ones that agree were taken; empty when it could. {@code GIVEN_TO_OTHER_LINE}: it was taken in a
 *     wave at first and left to a line that can have nothing else
 */
public record Candidate(
        LotKey lot,
        Position position,
        Optional<LocalDate> expiry,
        Quantity available,
        Quantity taken,
        List<Violation> reasons) {
    public Candidate {
        Objects.requireNonNull(lot);
        Objects.requireNonNull(position);
        Objects.requireNonNull(expiry);
        Objects.requireNonNull(available);
        Objects.requireNonNull(taken);
        reasons = List.copyOf(reasons);
    }
}
