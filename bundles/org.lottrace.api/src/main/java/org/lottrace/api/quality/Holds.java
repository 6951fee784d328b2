package org.lottrace.api.quality;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventTimes;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Refusals;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Reason;
import org.osgi.annotation.versioning.ProviderType;

/** Holds and releases whole lots. */
@Refusals(
        value = {"LOT_UNKNOWN", Reason.MISSING, Reason.TOO_LONG},
        of = {Ledger.class, EventTimes.class})
@ProviderType
public interface Holds {
    /**
     * Holds lots wherever their stock is, and cancels their reservations, in one transaction. Each hold stands by itself: a
     * lot that is held already gets another one, and one that is recalled is held when its recall ends. Joins the caller's
     * unit of work or opens one. Idempotent by event id, which is the name of the hold. Refused with {@code LOT_UNKNOWN},
     * {@code REASON_MISSING} and the reasons of {@link org.lottrace.api.event.Ledger#append}.
     *
     * @param context who, when and where
     * @param lots which lots, at least one
     * @param at the goods that are held, when it is not all there is of the lots; the rest may be used. Only their reservations
     *     are cancelled
     * @param reason why, for people
     */
    @Operation(
            name = "lot.hold",
            roles = {
                Role.ADMINISTRATOR,
                Role.OPERATOR,
                Role.RECEIVER,
                Role.PRODUCER,
                Role.SHIPPER,
                Role.QUALITY,
                Role.RECALL_COORDINATOR,
                Role.RECALL_QUALITY
            },
            repeat = Repeat.ONCE_PER_ID,
            refusals = {"LOCATION_UNKNOWN"})
    Outcome<RecordedEvent> hold(CaptureContext context, List<LotKey> lots, Optional<HeldGoods> at, String reason);

    /** Holds whole lots, as {@link #hold(CaptureContext, List, Optional, String)}. */
    default Outcome<RecordedEvent> hold(CaptureContext context, List<LotKey> lots, String reason) {
        return hold(context, lots, Optional.empty(), reason);
    }

    /**
     * Holds every lot that a question finds now, as {@link #hold(CaptureContext, List, Optional, String)}; the event says the
     * question. Lots that come later are not held by it. Refused besides with {@code QUESTION_EMPTY} and
     * {@code NO_LOT_FITS}.
     *
     * @param question which lots
     */
    @Operation(
            name = "lot.hold-by-question",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.QUALITY, Role.RECALL_COORDINATOR, Role.RECALL_QUALITY},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {"QUESTION_EMPTY", "NO_LOT_FITS"})
    Outcome<RecordedEvent> holdByQuestion(CaptureContext context, HoldQuestion question, String reason);

    /**
     * @return the lots that {@link #holdByQuestion} would hold now, by lot; refused with {@code QUESTION_EMPTY} when the
     *     question names nothing to find lots by
     */
    @Operation(
            name = "lot.preview-hold",
            refusals = {"QUESTION_EMPTY"})
    Outcome<List<LotKey>> preview(HoldQuestion question);

    /**
     * Ends holds of lots. What else stands goes on standing: the lot is sellable when nothing does. The event names every
     * hold that it ended ({@link org.lottrace.api.event.KeyDataElement#RELEASED_HOLD}). Joins the caller's unit of work or
     * opens one. Idempotent by event id. Refused with {@code LOT_UNKNOWN}, {@code NOT_ON_HOLD} (no hold of that name stands), {@code HOLD_AMBIGUOUS} (several stand and none is named: who frees a lot of
     * one reason must not free it of another by the way),
     * {@code REASON_MISSING} and the reasons of {@link org.lottrace.api.event.Ledger#append}.
     *
     * @param holds which of their holds, by the id of the event that set it or by its reason; none when only one stands for each lot
     */
    @Operation(
            name = "lot.release",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.QUALITY, Role.RECALL_QUALITY},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {"NOT_ON_HOLD", "HOLD_AMBIGUOUS"})
    Outcome<RecordedEvent> release(CaptureContext context, List<LotKey> lots, String reason, List<String> holds);

    /** Ends the one hold of each of the lots, as {@link #release(CaptureContext, List, String, List)}. */
    default Outcome<RecordedEvent> release(CaptureContext context, List<LotKey> lots, String reason) {
        return release(context, lots, reason, List.of());
    }

    /**
     * Recalls lots wherever their stock is, whether they are sellable or on hold, and cancels their reservations, in one
     * transaction. Joins the caller's unit of work or opens one. Idempotent by event id. Refused with {@code LOT_UNKNOWN},
     * {@code ALREADY_RECALLED}, {@code REASON_MISSING} and the reasons of {@link org.lottrace.api.event.Ledger#append}.
     *
     * @param context who, when and where
     * @param lots which lots, at least one
     * @param reason why, for people: names the recall
     */
    Outcome<RecordedEvent> recall(CaptureContext context, List<LotKey> lots, String reason);

    /**
     * As {@link #recall(CaptureContext, List, String)}, of lots some of which were registered for it in the caller's unit of
     * work: the event says so.
     *
     * @param registered their registrations
     */
    Outcome<RecordedEvent> recall(CaptureContext context, List<LotKey> lots, String reason, List<LotChange> registered);

    /**
     * Takes lots out of a recall. The holds that stood go on standing, and this event sets one more, so that they are never
     * sellable at once and whoever recalls does not also release. Joins the caller's unit of work or opens one. Idempotent by event id. Refused with
     * {@code LOT_UNKNOWN}, {@code NOT_RECALLED}, {@code REASON_MISSING} and the reasons of
     * {@link org.lottrace.api.event.Ledger#append}.
     */
    Outcome<RecordedEvent> endRecall(CaptureContext context, List<LotKey> lots, String reason);

    /** @return the disposition of the lot now, and its reason; empty when it never was anything but sellable */
    default Optional<LotDisposition> dispositionOf(LotKey lot) {
        return dispositionOf(lot, AsOf.LATEST);
    }

    /**
     * Tells the disposition of a lot as it was, from the events that count: what was reversed since stands in an answer of before.
     *
     * @param asOf which events count
     * @return the disposition and its reason; empty when until then it never was anything but sellable
     */
    @Operation(name = "lot.disposition")
    Optional<LotDisposition> dispositionOf(LotKey lot, AsOf asOf);

    /**
     * @return the same answer as {@link #dispositionOf(LotKey)} for each of the lots that ever was anything but sellable, by lot; asks
     *     for all of them at once
     */
    @Operation(name = "lot.list-dispositions")
    List<LotDisposition> dispositionsOf(Collection<LotKey> lots);

    /** @return all lots that are not sellable now, by lot */
    default List<LotDisposition> notSellable() {
        return notSellable(AsOf.LATEST);
    }

    /**
     * Of the past it is told again from all that was ever decided of lots: it takes time in proportion to that.
     *
     * @param asOf which events count: what was reversed since stands in an answer of before
     * @return all lots that were not sellable as a whole or in part, by lot
     */
    @Operation(name = "lot.list-not-sellable")
    List<LotDisposition> notSellable(AsOf asOf);
}
