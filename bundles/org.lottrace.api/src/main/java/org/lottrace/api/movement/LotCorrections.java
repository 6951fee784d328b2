package org.lottrace.api.movement;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.event.EventTimes;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Refusals;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Reason;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Corrects what is known about lots: dates and numbers. Each correction is an event with what was known before and after it;
 * the key of a lot never changes, so that everything that was recorded under it stays where it is.
 */
@Refusals(of = {Ledger.class, EventTimes.class})
@ProviderType
public interface LotCorrections {
    /**
     * Corrects a lot, in one transaction (joins the caller's unit of work or opens one). Idempotent by the event id. The lot
     * is found under both numbers afterwards.
     *
     * <p>A lot that was opened or thawed keeps no longer than that leaves it: a correction of that day alone sets its last day to what is
     * left, when it had a later one; an expiry beyond it is refused ({@code BEYOND_OPENED_LIFE}), and so is a production after it
     * ({@code BEGUN_BEFORE_PRODUCTION}).
     *
     * <p>Refused with {@code LOT_UNKNOWN}, {@code LOT_RIGHT_MISSING} (dates or numbers of these items at the site of the
     * correction are for others: {@link org.lottrace.api.right.LotRights}; a report is recorded with that finding), {@code REASON_MISSING}, {@code NOTHING_CHANGES}, {@code EXPIRY_BEFORE_PRODUCTION},
     * {@code LOT_NUMBER_IN_USE} (another lot of the same issuer and item has that number, or had it),
     * {@code LOT_NUMBER_WITH_BLANK} (a number of ours that GS1 AI (10) does not allow, so that the lot gets no label; a report, and a
     * partner's number, is recorded with that finding),
     * {@code KEY_DATA_WRONG} (an attribute that no lot has, or of another type or unit) or {@code EVENT_ID_REUSED}.
     */
    @Operation(
            name = "lot.correct",
            roles = {Role.ADMINISTRATOR, Role.CORRECTOR},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {
                "LOT_UNKNOWN",
                "LOT_RIGHT_MISSING",
                Reason.MISSING,
                Reason.TOO_LONG,
                "NOTHING_CHANGES",
                "EXPIRY_BEFORE_PRODUCTION",
                "BEYOND_OPENED_LIFE",
                "BEGUN_BEFORE_PRODUCTION",
                "LOT_NUMBER_IN_USE",
                "LOT_NUMBER_WITH_BLANK",
                "KEY_DATA_WRONG",
                "EVENT_ID_REUSED"
            })
    Outcome<RecordedEvent> correct(LotCorrection correction);

    /**
     * @return the events in which something about the lot was recorded or corrected, by position, reversed ones and their
     *     reversals, too
     */
    @Operation(name = "lot.history")
    List<RecordedEvent> history(LotKey lot);

    /**
     * @param asOf which events count: what was corrected later is told as it was. A lot that no event registered, because it is
     *     older than the ledger or only a notice names it, is told as it is known now
     * @return the lot with that key as it was known; empty when nobody knows it, or it was registered later
     */
    @Operation(name = "lot.find-as-known")
    Optional<Lot> find(LotKey key, AsOf asOf);

    /** @return what is known now of each of the lots besides its dates and numbers; a lot of which nothing is has no entry */
    default Map<LotKey, List<KeyDatum>> attributes(Collection<LotKey> lots) {
        return attributes(lots, AsOf.LATEST);
    }

    /**
     * @param asOf which events count: what was corrected later is told as it was
     * @return what was known of each of the lots besides its dates and numbers; a lot of which nothing was has no entry
     */
    @Operation(name = "lot.attributes")
    Map<LotKey, List<KeyDatum>> attributes(Collection<LotKey> lots, AsOf asOf);

    /**
     * Writes down what a change says that was recorded in the caller's unit of work: for who reverses a correction.
     *
     * @param change its {@link LotChange#after} is what is known now
     */
    void follow(LotChange change);
}
