package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;

/**
 * Says of a report what it left open: which party it named, which number its shipment has, which lot it was.
 *
 * @param context who says so, when and where; its id is that of the event that is recorded instead
 * @param corrects the report
 * @param party which party it was; absent when that is as it was reported
 * @param number which number the shipment has; absent when that is as it is recorded
 * @param lots which lots it was; none when they are as they are recorded
 * @param reason how that was found out, for people; one without is refused
 */
public record Restatement(
        CaptureContext context,
        EventId corrects,
        Optional<PartyId> party,
        Optional<String> number,
        List<NamedLot> lots,
        String reason) {
    public Restatement {
        Objects.requireNonNull(context);
        Objects.requireNonNull(corrects);
        Objects.requireNonNull(party);
        Objects.requireNonNull(number);
        lots = List.copyOf(lots);
        Objects.requireNonNull(reason);
    }

    /**
     * A lot that got its name.
     *
     * @param recorded the lot on which the report is recorded
     * @param is which lot it was
     */
    public record NamedLot(LotKey recorded, LotKey is) {
        public NamedLot {
            Objects.requireNonNull(recorded);
            Objects.requireNonNull(is);
        }
    }
}
