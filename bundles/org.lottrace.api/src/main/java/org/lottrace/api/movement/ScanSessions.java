package org.lottrace.api.movement;

import org.lottrace.api.allocation.DeliveryRules;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Refusals;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.LotUsability;
import org.osgi.annotation.versioning.ProviderType;

/** Turns a stream of scans into an event: each scan is answered with what it is and what comes next. */
@Refusals(of = MovementCapture.class)
@ProviderType
public interface ScanSessions {
    /** Something that was scanned is not understood, or something is missing; each message says what. */
    String SCANS_INCOMPLETE = "SCANS_INCOMPLETE";

    /** Nothing known has this name. Of one scan only. */
    String SCAN_NOT_UNDERSTOOD = "SCAN_NOT_UNDERSTOOD";

    /** A date on the label is not the one of the lot. Of one scan only: it can be used all the same. */
    String DATE_DIFFERS = "DATE_DIFFERS";

    /** A serial number is on the label, which this job does not record. Of one scan only. */
    String SERIAL_NOT_RECORDED = "SERIAL_NOT_RECORDED";

    /** Said of a scan whose serial number was scanned before: the piece counts once. */
    String SERIAL_REPEATED = "SERIAL_REPEATED";

    /** @return what each scan of the session is, and what is missing; nothing is stored */
    @Operation(name = "scan-session.answer")
    ScanAnswer answer(ScanSession session);

    /**
     * Records the event of a session: one transaction, idempotent by its id. Refused with {@code SCANS_INCOMPLETE}, and with the reasons of
     * the movement that it is.
     */
    @Operation(
            name = "scan-session.close",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.RECEIVER, Role.SHIPPER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {
                SCANS_INCOMPLETE,
                "SAME_POSITION",
                "LOTS_INCOMPATIBLE",
                "ORDER_UNKNOWN",
                "NOT_RESERVED",
                "SHIPMENT_NUMBER_IN_USE",
                "ORDER_LINE_UNKNOWN",
                "ITEM_NOT_ORDERED",
                "MORE_THAN_ORDERED",
                "SHIPPED_NOT_ORDERED",
                "SUPPLIER_UNKNOWN",
                "NOTICE_MISSING",
                "LOT_NOT_ANNOUNCED",
                "OVER_RECEIPT",
                "ORDER_MISSING",
                "LOT_EXPIRED",
                "EXPIRY_MISSING",
                "LOT_DIFFERS",
                "PRICE_ASSUMED",
                "PRICE_MISSING",
                "RATE_MISSING",
                "COUNTED_TWICE",
                "COUNT_CONTRADICTS_LATER",
                "RESERVED_MISSING",
                "UNIT_SHIPPED",
                "UNIT_ELSEWHERE",
                "LOGISTIC_UNIT_UNKNOWN",
                "UNITS_MISSING"
            },
            refusalsOf = {LotUsability.class, DeliveryRules.class, LotMaster.class})
    Outcome<RecordedEvent> close(ScanClosing closing);
}
