package org.lottrace.api.quality;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventTimes;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Refusals;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/** Holds and releases whole lots. */
@Refusals(
        value = {"LOT_UNKNOWN", "REASON_MISSING"},
        of = {Ledger.class, EventTimes.class})
@ProviderType
public interface Holds {
    /**
     * Holds lots wherever their stock is, and cancels their reservations, in one transaction. Joins the caller's unit of
     * work or opens one. Idempotent by event id. Refused with {@code LOT_UNKNOWN}, {@code ALREADY_ON_HOLD} (also when it
     * is recalled), {@code REASON_MISSING} and the reasons of {@link org.lottrace.api.event.Ledger#append}.
     *
     * @param context who, when and where
     * @param lots which lots, at least one
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
            refusals = {"ALREADY_ON_HOLD"})
    Outcome<RecordedEvent> hold(CaptureContext context, List<LotKey> lots, String reason);

    /**
     * Releases held lots. Joins the caller's unit of work or opens one. Idempotent by event id. Refused with
     * {@code LOT_UNKNOWN}, {@code NOT_ON_HOLD} (also when it is recalled), {@code REASON_MISSING} and the reasons of
     * {@link org.lottrace.api.event.Ledger#append}.
     */
    @Operation(
            name = "lot.release",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.QUALITY, Role.RECALL_QUALITY},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {"NOT_ON_HOLD"})
    Outcome<RecordedEvent> release(CaptureContext context, List<LotKey> lots, String reason);

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
     * Takes lots out of a recall: they are on hold afterwards, never sellable at once, so that whoever recalls does not
     * also release. Joins the caller's unit of work or opens one. Idempotent by event id. Refused with
     * {@code LOT_UNKNOWN}, {@code NOT_RECALLED}, {@code REASON_MISSING} and the reasons of
     * {@link org.lottrace.api.event.Ledger#append}.
     */
    Outcome<RecordedEvent> endRecall(CaptureContext context, List<LotKey> lots, String reason);

    /** @return the disposition of the lot and its reason; empty when it never was anything but sellable */
    @Operation(name = "lot.disposition")
    Optional<LotDisposition> dispositionOf(LotKey lot);

    /**
     * @return the same answer as {@link #dispositionOf} for each of the lots that ever was anything but sellable, by lot; asks
     *     for all of them at once
     */
    @Operation(name = "lot.list-dispositions")
    List<LotDisposition> dispositionsOf(Collection<LotKey> lots);

    /** @return all lots that are not sellable, by lot */
    @Operation(name = "lot.list-not-sellable")
    List<LotDisposition> notSellable();
}
