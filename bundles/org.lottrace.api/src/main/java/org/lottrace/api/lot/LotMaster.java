package org.lottrace.api.lot;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Refusals;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ProviderType;

/** Registers lots and finds them. */
@Refusals({
    "ITEM_UNKNOWN",
    "ITEM_NOT_TRACKED",
    "PARTY_UNKNOWN",
    "EXPIRY_BEFORE_PRODUCTION",
    "EXPIRY_MISSING",
    "LOT_DIFFERS",
    "LOT_NUMBER_IN_USE"
})
@ProviderType
public interface LotMaster {
    /**
     * Registers a lot, or returns the one already known under the same key.
     *
     * <p>Idempotent. Joins the caller's unit of work or opens one. Refused with {@code ITEM_UNKNOWN},
     * {@code ITEM_NOT_TRACKED} (there are no lots of it),
     * {@code PARTY_UNKNOWN}, {@code EXPIRY_BEFORE_PRODUCTION}, {@code EXPIRY_MISSING} (the item has a shelf life but the
     * lot neither an expiry nor a production date) or {@code LOT_DIFFERS} (the key is known with other dates; a date that is
     * not given is no claim).
     *
     * <p>A new lot locks its item until the end of the unit of work: the base unit of an item that has lots never changes.
     *
     * @param lot an absent expiry is computed from production date and shelf life when the item has one
     * @return the outcome; business refusals are {@code Refused}, never exceptions
     */
    Outcome<Lot> register(Lot lot);

    /**
     * Registers lots, each as {@link #register(Lot)} does, with as many questions to the database as for one.
     *
     * <p>A lot that is given twice is registered once: the second is compared with the first.
     *
     * @return the outcome of each, in their order
     */
    Map<Lot, Outcome<Lot>> registerAll(Collection<Lot> lots);

    /**
     * As {@link #registerAll}, of lots that are there whatever is known of them: one whose item has a shelf life is registered
     * without an expiry when it states neither that nor a production date, instead of being refused with
     * {@code EXPIRY_MISSING}; one that is known with other dates stays as it is known, instead of being refused with
     * {@code LOT_DIFFERS}. Whoever asks says so in the record.
     *
     * @return the outcome of each, in their order
     */
    Map<Lot, Outcome<Lot>> registerAsFound(Collection<Lot> lots);

    /**
     * Says whether a lot could be registered, and changes nothing.
     *
     * @return every reason for which {@link #register} would reject it now; empty when it would not
     */
    List<Violation> check(Lot lot);

    /** @return what {@link #check(Lot)} says of each, in their order */
    Map<Lot, List<Violation>> checkAll(Collection<Lot> lots);

    /**
     * As {@link #checkAll}, of lots that are there whatever is known of them, with a hint {@code LOT_NUMBER_SIMILAR} for a new lot
     * of whose item another one has nearly the same number: written in other letters, or with {@code O} for {@code 0} or
     * {@code I} for {@code 1}. It is no reason not to register it.
     *
     * @return what is found of each, in their order
     */
    Map<Lot, List<Violation>> checkAsFound(Collection<Lot> lots);

    /** @return the lot with that key, or empty */
    @Operation(name = "lot.find")
    Optional<Lot> find(LotKey key);

    /**
     * @return every lot that the reference fits, by key; when there is none, those that its first other reading fits
     *     ({@link LotReference#otherReadings}); empty when there is none either
     */
    @Operation(name = "lot.find-by-reference")
    List<Lot> find(LotReference reference);

    /**
     * @param lots which; one that is not registered is left out
     * @return each once, by key
     */
    @Operation(name = "lot.find-all")
    List<Lot> findAll(Collection<LotKey> lots);

    /** @return for each reference the lots that it fits, by key */
    @Operation(name = "lot.find-by-references")
    Map<LotReference, List<Lot>> find(Collection<LotReference> references);

    /**
     * @param item whose lots
     * @param after the last lot of the page before; empty for the first page
     * @param limit how many at most; as many come while there may be more
     * @return a page of the lots of the item, by expiry, those without one last, then by key
     */
    @Operation(name = "lot.list-of-item")
    List<Lot> ofItem(ItemNumber item, Optional<LotKey> after, int limit);
}
