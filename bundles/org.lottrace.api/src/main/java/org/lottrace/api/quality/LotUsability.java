package org.lottrace.api.quality;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Refusals;
import org.lottrace.api.partner.Party;
import org.osgi.annotation.versioning.ProviderType;

/** The one predicate that decides whether a lot may be used. Nobody else decides what expired or held means. */
@Refusals({"LOT_EXPIRED", "LOT_ON_HOLD", "LOT_RECALLED", "SHELF_LIFE_TOO_SHORT"})
@ProviderType
public interface LotUsability {
    /**
     * A lot may be used up to and including its expiry day. What remains of its shelf life are the calendar days from
     * {@code date} to its expiry: none on the expiry day itself. A lot without expiry never fails for its date.
     *
     * @param lot which lot
     * @param purpose what for
     * @param party for whom; absent for the company itself. What was agreed with it counts for everything but production
     *     and picking
     * @param date calendar date of use: for a customer the day of delivery, or the day the goods leave when that is later; the
     *     day itself for production and picking
     * @return the answer with every reason against it
     */
    Usability isUsable(Lot lot, Purpose purpose, Optional<Party> party, LocalDate date);

    /**
     * The same answer as {@link #isUsable(Lot, Purpose, Optional, LocalDate)}, as it was: with the holds, recalls and dates of the
     * lot that the events say which count. What was agreed with the party is as it is now.
     *
     * @param lot which lot; of the past, only its key counts
     * @param asOf which events count
     * @return the answer; refused with {@code LOT_UNKNOWN} as its only reason when the lot was registered later
     */
    @Operation(
            name = "lot.is-usable",
            refusals = {"LOT_UNKNOWN"})
    Usability isUsable(Lot lot, Purpose purpose, Optional<Party> party, LocalDate date, AsOf asOf);

    /** @return the same answer as {@link #isUsable} for each of the lots, by lot; asks for all of them at once */
    default Map<LotKey, Usability> usabilityOf(
            Collection<Lot> lots, Purpose purpose, Optional<Party> party, LocalDate date) {
        return lots.stream().collect(Collectors.toMap(Lot::key, lot -> isUsable(lot, purpose, party, date)));
    }

    /**
     * What a lot takes over from the lots it is made of: a recall when one of them is recalled, a hold when one of them is held.
     * Whoever records that a lot was made puts the answer into the same event, so that the lot is never sellable. Ask
     * under the lock of the items of the inputs
     * ({@link org.lottrace.api.allocation.store.ReservationStore#lockItems}), or a hold may come in between.
     *
     * @param output the lot that is made
     * @param inputs the lots it is made of
     * @return the changes, their reasons naming the inputs; none when all inputs are sellable
     */
    List<DispositionChange> inherited(LotKey output, Collection<LotKey> inputs);
}
