package org.lottrace.api.movement;

import java.util.List;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventTimes;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.operation.Refusals;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Reason;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes back what was recorded and is not so. Nothing is changed or deleted: a {@code REVERSE} event names the one it
 * corrects, with its documents, its lines the other way round at the same values, and its edges, which are undone. From then
 * on the event counts as never happened; who asks for what was known before still sees it
 * ({@link org.lottrace.api.event.InForce}).
 */
@Refusals(of = {Ledger.class, EventTimes.class})
@ProviderType
public interface Corrections {
    /**
     * Reverses an event, in one transaction (joins the caller's unit of work or opens one). Idempotent by the event id.
     *
     * <p>An expected receipt is open again for what a reversed receipt had taken in; a shipment's reservations come back as
     * far as the order lines still want them; a pick or pack takes its reservations back along. Reservations of stock that
     * is gone are given up, the newest first.
     *
     * <p>Refused with {@code EVENT_UNKNOWN}, {@code ALREADY_REVERSED}, {@code REVERSAL_NOT_REVERSIBLE} (a reversal, or an
     * event that says nothing about lots), {@code RECALL_NOT_REVERSIBLE} (the hold or release of a recall case),
     * {@code GAIN_NOT_REVERSIBLE} (an unexplained gain: the reversal of its report takes it along),
     * {@code REASON_MISSING}, {@code EVENT_ID_TOO_LONG} (the events that follow get the id of the request with
     * {@code :1}, {@code :2} …), {@code SITE_UNKNOWN} or {@code FOLLOWED_BY}: once for each later event that stands on it,
     * in the order in which they must be reversed, unless they shall be reversed, too; or {@code UNIT_AT_TWO_PLACES}: other
     * goods came into a logistic unit where it is without the reversal. A violation's field is the name of the
     * part of the request.
     */
    @Operation(
            name = "correction.reverse",
            roles = {Role.ADMINISTRATOR, Role.CORRECTOR},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {
                "EVENT_UNKNOWN",
                "ALREADY_REVERSED",
                "REVERSAL_NOT_REVERSIBLE",
                "RECALL_NOT_REVERSIBLE",
                "GAIN_NOT_REVERSIBLE",
                "NESTING_NOT_REVERSIBLE",
                Reason.MISSING,
                Reason.TOO_LONG,
                "EVENT_ID_TOO_LONG",
                "SITE_UNKNOWN",
                "FOLLOWED_BY",
                "UNIT_AT_TWO_PLACES"
            })
    Outcome<Reversed> reverse(Reversal reversal);

    /**
     * Says of a report what it left open, in one transaction (joins the caller's unit of work or opens one): the report is reversed, by an event
     * with the id of the request and {@code -undo} behind it, and recorded again at its own time and place, with the party, the number or the
     * lots that are named now. What was wrong only with these is wrong no longer, and its cases are closed. Idempotent by the event id.
     *
     * <p>Receipts, returns, shipments, returns to suppliers, consumptions, moves, dispatches to another site and arrivals there, samples and
     * disposals can be told again; another event is refused with {@code NOT_RESTATABLE}. Who may record such an event may say of it
     * what it left open, and who may reverse events anything; another caller is refused with {@code ROLE_MISSING}. What stands on the event is named with {@code FOLLOWED_BY}, in the
     * order in which it must be reversed before, and is recorded again by whoever recorded it. Refused with {@code NOTHING_NAMED}, {@code PARTY_UNKNOWN} (also a party that only reports have
     * named), {@code LOT_UNKNOWN}, {@code LOT_NOT_IN_EVENT}, and with the reasons of {@link #reverse} and of the movement itself.
     */
    @Operation(
            name = "correction.restate",
            roles = {
                Role.ADMINISTRATOR,
                Role.CORRECTOR,
                Role.OPERATOR,
                Role.RECEIVER,
                Role.PRODUCER,
                Role.SHIPPER,
                Role.QUALITY
            },
            repeat = Repeat.ONCE_PER_ID,
            refusals = {
                "EVENT_UNKNOWN",
                Operations.ROLE_MISSING,
                "NOT_RESTATABLE",
                "NOTHING_NAMED",
                "PARTY_UNKNOWN",
                "LOT_UNKNOWN",
                "LOT_NOT_IN_EVENT",
                "ALREADY_REVERSED",
                Reason.MISSING,
                Reason.TOO_LONG,
                "EVENT_ID_TOO_LONG",
                "FOLLOWED_BY",
                "UNIT_AT_TWO_PLACES"
            },
            refusalsOf = MovementCapture.class)
    Outcome<RecordedEvent> restate(Restatement restatement);

    /**
     * What would have to be reversed before an event: later events that moved what it brought, that took value out of a lot
     * into which it brought value, returns of what it shipped, releases of what it held, later changes of what it changed;
     * and what stands on these.
     *
     * @return in the order in which they must be reversed, the newest first; empty also for an unknown event
     */
    @Operation(name = "correction.list-standing-on")
    List<RecordedEvent> standingOn(EventId event);
}
